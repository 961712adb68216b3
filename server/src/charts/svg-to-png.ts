import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { fontStack } from '@hexie/schema/pictures/tokens.ts';

const family = 'Noto Sans S Chinese';
const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const fontFiles = ['Regular', 'Bold'].map(weight => join(fonts, `NotoSansHans-${weight}.otf`));

/** An SVG of ours as PNG at double density, in the embedded Chinese face: every machine draws the same picture. */
export async function svgToPng(svg: string, width: number): Promise<Buffer> {
  const image = await renderAsync(
    svg.replaceAll(fontStack, family).replaceAll(fontStack.replaceAll('"', '&quot;'), family),
    {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: family, sansSerifFamily: family },
      fitTo: { mode: 'width', value: Math.min(width * 2, 3840) },
    },
  );
  return image.asPng();
}
