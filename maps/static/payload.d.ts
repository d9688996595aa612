// Written by `make payload` from maps/payload; change the definition there.

/** Everything that the script of a page starts from (script#payload). */
export interface Payload {
  /** The ticks and their names in a compact form, expanded by clock.js. */
  clock: ClockRuns;
  /**
   * Labels of the time axis: [tick, label, level]; level 0 are the two ends. An empty
   * label is the tick's name in the address.
   */
  axis: Array<[number, string, number]>;
  /** The tick that the page opens on. */
  start: number;
  /** States of the territories that have one at some tick, by code. */
  states: States;
  /** Codes of the territories that can be selected. */
  select: Array<string>;
  /** The regions of CLDR, which names them in every language, by these codes. */
  regions: Record<string, string>;
  /**
   * [id, first tick, last tick], in the order of the text's list of events; without a
   * last tick it is the first.
   */
  events: Array<[string, number] | [string, number, number]>;
  /** Disputed areas: "disputed" or "none". */
  areas: States;
  /** The code of the territory that a disputed area is in, by area. */
  lands: Record<string, string>;
  /** Disputed areas by the status of their holder; "other" if it has no status. */
  held: States;
  /** Contingents, by the code of the country that sent them. */
  contingents: States;
  /** Routes of the contingents. */
  routes: States;
  /** Guarded objects. */
  objects: States;
  /** Historical lines: "drawn" or "none". */
  lines: States;
  /** Members of the organisations that can be outlined: by organisation, then code. */
  members: Record<string, States>;
  /** How many states are in each of these organisations, drawn or not. */
  memberCounts: Record<string, Changes<number>>;
  /** The ticks that the buttons for changes stop at, without tick 0. */
  jumps: Array<number>;
  /** [id, name] of each lane behind the slider: of territories, contingents, areas. */
  lanes: Array<[string, string]>;
  /** [who asked, whether troops came] by the event of a call for help. */
  calls: Record<string, [string, boolean]>;
  /** The number that a stepped line shows where there are too many for lanes. */
  counts: Changes<number>;
  /** [tick, joined, left] along the stepped line. */
  turns: Array<[number, number, number]>;
  /** [tick, how many begin at it], on a map of a border. */
  incidents: Array<[number, number]>;
  /** The headline, without the tick's name. */
  headlines: Changes<string>;
  /** The position in `events` of the one that the headline tells of, or -1. */
  leads: Changes<number>;
  /** The line of counts below the headline. */
  summaries: Changes<string>;
  /** Names of the territories on the map that have no label, by code. */
  names: Record<string, string>;
  /** The words for every state. */
  stateLabels: Record<string, string>;
  /** Names of areas, lines and objects on the map, by id. */
  titles: Record<string, string>;
  /** The whole drawing. */
  bounds: Corners;
  /** The first view of a wide map. */
  wide: Corners;
  /** The first view of a narrow map. */
  narrow: Corners;
  /** The parts of the map that buttons lead to. */
  presets: Array<Corners>;
  /**
   * Where the arrow keys lead: for each territory the ones to the left, above, to the
   * right and below; -1 if there is none.
   */
  steps: Array<number>;
  /** Text of "since ..." for every tick at which a state of a territory begins. */
  since: Record<number, string>;
  /** Text of "since ..." of the states that began before the first tick, by code. */
  earlier: Record<string, string>;
  /**
   * [tick, what is selected, what the arrow points at, lines] of the notes that an
   * article's steps write on the map; not there if there are none.
   */
  notes?: Array<[number, string, string, Array<string>]>;
  /** Drawing steps a pixel where zooming in ends. */
  closest: number;
  /** Texts in the page's language. */
  texts: PageTexts;
}

/** The ticks in runs of one step, and the forms of their names. */
export interface ClockRuns {
  /**
   * [first, lengths] for every run of ticks of one step without a gap. `first` is the
   * year, month and day of the first tick, as far as the step goes; `lengths` is how many
   * ticks fall into each month (of days), into each year (of months), or into the run (of
   * years).
   */
  runs: Array<[Array<number>, Array<number>]>;
  /**
   * By the number of parts of a tick: the form of its label for each month, with the
   * parts in braces; 0 stands for years.
   */
  labels: Record<number, Record<number, string>>;
  /** The form of the day that a tick shows; empty where the tick is a day. */
  days: Changes<string>;
}

/** Changes along the ticks: [[from_tick, value], ...], the first one at tick 0. */
export type Changes<T> = Array<[number, T]>;

/** States along the ticks of every item of a kind, by code or id; "none" is no state. */
export type States = Record<string, Changes<string>>;

/** South-west and north-east corner of a part of the drawing. */
export type Corners = [Point, Point];

/**
 * A point as Leaflet has it, [lat, lng]; with the CRS Simple, in drawing steps upwards
 * and to the right.
 */
export type Point = [number, number];

/** The texts that the scripts put into the page. */
export interface PageTexts {
  /** The headline, with {tick} and {headline}. */
  headline: string;
  /** The name of the button while time stands. */
  play: string;
  /** The name of the button while time runs. */
  pause: string;
  /** The heading of the panel, with {tick}. */
  events: string;
  /** The heading over the events that began at an earlier tick. */
  standing: string;
  /** The text of the panel at a tick without events. */
  noEvents: string;
  /** The message after copying. */
  copied: string;
  /** The announcement of a step that changes nothing on the map. */
  noChange: string;
  /**
   * What is said of an item that is no longer on the map, by its layer: areas, held,
   * lines, objects.
   */
  over: Record<string, string>;
  /** The announcement of the routes on the map, with {number}. */
  routesNow: string;
  /** The announcement of the events of a step, with {number}. */
  eventsNow: string;
  /** The separator between the items of a list. */
  list: string;
  /** What is another at a tick than at an earlier one: {from}, {to}, {changes}. */
  compared: string;
  /** One change, with {name}, {old} and {now}. */
  became: string;
  /** The locale that lists are written in. */
  locale: string;
  /** The message where nothing is found. */
  nothing: string;
}

/** Everything that the script of the layers starts from (script#layer-data). */
export interface LayerData {
  /** In the order in which they are drawn. */
  layers: Array<CellData | SpotData>;
  /** Of the page, as a BCP 47 tag. */
  language: string;
  /** Pixels between a symbol and the ring around it. */
  gap: number;
  /** Texts in the page's language. */
  texts: LayerTexts;
}

/** A layer of counts in hexagonal cells. */
export interface CellData {
  /** Of the layer. */
  id: string;
  /** How many cells there are. */
  cells: number;
  /** The least number of events of every shade. */
  breaks: Array<number>;
  /** The shades in use, from 1. */
  shades: Array<number>;
  /** The size of a cell of every shade, as a share of its full size. */
  sizes: Array<number>;
  /** Territories that cells reach into, as texts. */
  lands: Array<string>;
  /** Index into `lands`, by cell. */
  land: Column;
  /** Degrees east times ten, by cell. */
  lon: Column;
  /** Degrees north times ten, by cell. */
  lat: Column;
  /** How many corners, by cell. */
  corners: Column;
  /** Middle in drawing steps, by cell. */
  x: Column;
  /** Middle in drawing steps, by cell. */
  y: Column;
  /** From the middle to each corner, less the same of the cell before. */
  dx: Column;
  /** From the middle to each corner, less the same of the cell before. */
  dy: Column;
  /** How many cells have events, by tick. */
  rows: Column;
  /** How many cells are left out before each that has events. */
  gaps: Column;
  /** Counts, by tick and cell. */
  tallies: Tallies;
  /** The estimates of people killed that the source gives: [column, words]. */
  killed: Array<["low" | "best" | "high", string]>;
}

/** A column of whole numbers, written as text (column_codec.py, columns.js). */
export type Column = string;

/** Columns of counts, with one number for each tick and cell with events. */
export interface Tallies {
  /** Events, less one. */
  events: Column;
  /** Events whose place is not exact. */
  places: Column;
  /** Events whose date is not exact. */
  dates: Column;
  /** Best estimate of the people killed; absent where the source has none. */
  best?: Column;
  /** Best estimate less the lowest one. */
  low?: Column;
  /** Highest estimate less the best one. */
  high?: Column;
}

/** A layer of single events, with one point symbol for each place. */
export interface SpotData {
  /** Of the layer. */
  id: string;
  /** Of every place. */
  names: Array<string>;
  /** The symbol of every place along the ticks. */
  looks: Array<Changes<Look>>;
}

/**
 * A point symbol: number of events, radius in pixels, radii of the circles for the lowest
 * and the highest number of people killed, and uncertainty of the place in drawing steps:
 * 0 where the place is exact, null where only the region is known.
 */
export type Look = [number, number, number, number, number | null];

/** The texts that the scripts of the layers put into the page. */
export interface LayerTexts {
  /** Degrees north of the equator, with {degrees}. */
  north: string;
  /** Degrees south of the equator, with {degrees}. */
  south: string;
  /** Degrees east of Greenwich, with {degrees}. */
  east: string;
  /** Degrees west of Greenwich, with {degrees}. */
  west: string;
  /** The heading of a list, with {layer} and {tick}. */
  title: string;
  /** The name of the number of events. */
  events: string;
  /** The name of the number of events whose place is not exact. */
  places: string;
  /** The name of the number of events whose date is not exact. */
  dates: string;
  /** The name of a number of people killed, with {estimate}. */
  killed: string;
  /** The text at a tick without events. */
  none: string;
}
