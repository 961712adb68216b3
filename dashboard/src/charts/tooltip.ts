import { readTooltip } from '@hexie/schema/pictures/base.ts';
import type { EChartsOption, TooltipComponentOption } from 'echarts';
import './tooltip.css';

type Formatter = Exclude<TooltipComponentOption['formatter'], string | undefined>;

/** A piece of a tooltip; whatever a name is written as, it is text. */
function piece(tag: 'div' | 'span' | 'b', className: string, ...inside: (string | Node)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...inside);
  return element;
}

/** The elements of a picture's tooltip: its heading, then a line for each name and its value. */
function tooltipElements(text: string): HTMLElement[] {
  const { heading, lines } = readTooltip(text);
  return [
    piece('div', 'tooltip-heading', heading),
    ...lines.map(([name, value]) =>
      piece('div', 'tooltip-line', piece('span', '', name), piece('b', 'tooltip-value', value)),
    ),
  ];
}

/** The same picture with its tooltip's text made into elements: ECharts itself would take it for markup. */
export function withTooltipElements(option: EChartsOption): EChartsOption {
  const tooltip = [option.tooltip ?? []].flat()[0];
  const formatter = tooltip?.formatter;
  if (typeof formatter !== 'function') return option;
  // ECharts types this twice, with and without a call back; our pictures answer at once.
  const asElements = ((...given: Parameters<Formatter>) => {
    const said = formatter(...given);
    return typeof said === 'string' && said ? tooltipElements(said) : said;
  }) as Formatter;
  return { ...option, tooltip: { ...tooltip, formatter: asElements } };
}
