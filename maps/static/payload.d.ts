// What a page hands to its scripts: script#payload and, where a map has layers of many
// events, script#layer-data. Both are written once by Python and never changed.

/** Changes along the ticks: [[from_tick, value], ...], the first at tick 0. */
export type Changes<T> = Array<[number, T]>;

/** Changes of the state of every item of a kind, by code or id; "none" is no state. */
export type States = Record<string, Changes<string>>;

/** A point as Leaflet counts: [lat, lng]; with CRS Simple, drawing steps from the bottom. */
export type Point = [number, number];

/** The south-west and the north-east corner of a part of the drawing. */
export type Corners = [Point, Point];

/** script#payload. */
export interface Payload {
  /** The ticks in few words; the script counts them out. */
  clock: ClockRuns;
  /** Labels of the time axis: [tick, label, level]; level 0 are the two ends. */
  axis: Array<[number, string, number]>;
  /** The tick that the page opens on. */
  start: number;
  /** States of the territories that have one at some tick, by code. */
  states: States;
  /** Codes of the territories that can be chosen. */
  select: string[];
  /** [id, first tick, last tick], in the order of the text's list of events. */
  events: Array<[string, number, number]>;
  /** Disputed areas: "disputed" or "none". */
  areas: States;
  /** Disputed areas by the status of whoever held them; "other" without a status. */
  held: States;
  /** Contingents, by the code of the country that sent them. */
  contingents: States;
  /** Routes of contingents. */
  routes: States;
  /** Guarded objects. */
  objects: States;
  /** Historical lines: "drawn" or "none". */
  lines: States;
  /** Members of the organisations that can be outlined: by organisation, then by code. */
  members: Record<string, States>;
  /** Ticks that the buttons for changes stop at, without tick 0. */
  jumps: number[];
  /** The number that the graph behind the slider shows. */
  counts: Changes<number>;
  /** The sentence over the map, without the tick's name. */
  headlines: Changes<string>;
  /** The line of counts below the headline. */
  summaries: Changes<string>;
  /** Names of the territories on the map that have no label, by code. */
  names: Record<string, string>;
  /** The words for every state. */
  stateLabels: Record<string, string>;
  /** Names of what else is on the map (areas, lines, objects), by id. */
  titles: Record<string, string>;
  /** The whole drawing. */
  bounds: Corners;
  /** The first view of a wide map. */
  wide: Corners;
  /** The first view of a narrow map. */
  narrow: Corners;
  /** The parts of the map that buttons lead to. */
  presets: Corners[];
  /** Where the arrow keys lead: for each territory left, up, right, down; -1 for nowhere. */
  steps: number[];
  /** "since ..." for every tick at which a state of a territory begins. */
  since: Record<number, string>;
  /** "since ..." of the states that began before the first tick, by code. */
  earlier: Record<string, string>;
  /** Drawing steps a pixel where zooming in ends. */
  closest: number;
  /** Words that the scripts put into the page. */
  texts: Texts;
}

/** Ticks in runs of one step, and the forms of their names. */
export interface ClockRuns {
  /** [first, lengths]: the parts of the first tick; how many ticks each unit above has. */
  runs: Array<[number[], number[]]>;
  /** By the number of parts of a tick: a form for each month, 0 for years. */
  labels: Record<number, Record<number, string>>;
  /** The day that a tick shows, as a form; empty where the tick is that day. */
  days: Changes<string>;
}

/** Words that the scripts put into the page. */
export interface Texts {
  /** With {tick} and {headline}. */
  headline: string;
  /** Name of the button while time stands. */
  play: string;
  /** Name of the button while time runs. */
  pause: string;
  /** With {tick}: heading of the panel. */
  events: string;
  /** What the panel says of a tick without events. */
  noEvents: string;
  /** What is said after copying. */
  copied: string;
  /** What is heard of a step that changes no state. */
  noChange: string;
  /** Stands between the items of a list. */
  list: string;
}

/** script#layer-data. */
export interface LayerData {
  /** In the order in which they are drawn. */
  layers: Array<CellData | SpotData>;
  /** Of the page, as BCP 47 has it. */
  language: string;
  /** Pixels between a mark and the ring around it. */
  gap: number;
  /** Words that the scripts put into the page. */
  texts: LayerTexts;
}

/** A layer of single events, one mark for each place. */
export interface SpotData {
  /** Of the layer. */
  id: string;
  /** Of every place. */
  names: string[];
  /** Of every place, what its mark shows. */
  looks: Array<Changes<Look>>;
}

/**
 * A mark: number of events, its radius in pixels, radii of the circles for the lowest and
 * the highest number killed, and how far off the place may be, in drawing steps: 0 where
 * it is exact, null where only the region is known.
 */
export type Look = [number, number, number, number, number | null];

/** A layer counted in cells; columns of numbers are texts (see columns.js). */
export interface CellData {
  /** Of the layer. */
  id: string;
  /** How many cells there are. */
  cells: number;
  /** The least number of events of every shade. */
  breaks: number[];
  /** The shades in use, from 1. */
  shades: number[];
  /** By shade, the size of a cell beside its full size. */
  sizes: number[];
  /** Territories that cells reach into, as texts. */
  lands: string[];
  /** Column: index into `lands`, by cell. */
  land: string;
  /** Column: degrees east times ten, by cell. */
  lon: string;
  /** Column: degrees north times ten, by cell. */
  lat: string;
  /** Column: how many corners, by cell. */
  corners: string;
  /** Column: middle in drawing steps, by cell. */
  x: string;
  /** Column: middle in drawing steps, by cell. */
  y: string;
  /** Column: from the middle to each corner, less that of the cell before. */
  dx: string;
  /** Column: from the middle to each corner, less that of the cell before. */
  dy: string;
  /** Column: how many cells have events, by tick. */
  rows: string;
  /** Column: cells left out before each that has events. */
  gaps: string;
  /** Columns of numbers, by tick and cell. */
  tallies: Tallies;
  /** The estimates of people killed that the source gives: [name, words]. */
  killed: Array<["low" | "best" | "high", string]>;
}

/** Columns of what is counted, one number for each tick and cell with events. */
export interface Tallies {
  /** Events, less one. */
  events: string;
  /** Events whose place is not exact. */
  places: string;
  /** Events whose date is not exact. */
  dates: string;
  /** Best estimate of people killed; absent where the source has none. */
  best?: string;
  /** Best estimate less the lowest. */
  low?: string;
  /** Highest estimate less the best. */
  high?: string;
}

/** Words that the scripts of layers put into the page. */
export interface LayerTexts {
  /** With {degrees}. */
  north: string;
  /** With {degrees}. */
  south: string;
  /** With {degrees}. */
  east: string;
  /** With {degrees}. */
  west: string;
  /** With {layer} and {tick}: heading of a list. */
  title: string;
  /** Name of a number of events. */
  events: string;
  /** Name of the number of events whose place is not exact. */
  places: string;
  /** Name of the number of events whose date is not exact. */
  dates: string;
  /** With {estimate}: name of a number of people killed. */
  killed: string;
  /** What is said of a tick without events. */
  none: string;
}
