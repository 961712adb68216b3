import { districtMap, districtMapName } from '@hexie/schema/pictures/district-map.ts';
import { MapChart } from 'echarts/charts';
import { VisualMapPiecewiseComponent } from 'echarts/components';
import { registerMap, use } from 'echarts/core';

use([MapChart, VisualMapPiecewiseComponent]);
registerMap(districtMapName, districtMap);
