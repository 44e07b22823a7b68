package read

// What a file may hold. The largest that is meant to be read is the wide sheet
// of every commune of the country: 10,597 rows of 160 columns, 1.7 million
// cells. What is larger is a mistake or an attack, and is refused before it
// fills the memory.
const (
	maxFile     = 64 << 20  // bytes; the sheet of every commune has 6 MB
	maxUnzipped = 192 << 20 // bytes of all parts, counted while they are unzipped; that sheet has 70 MB
	maxParts    = 10_000    // files in the archive: a few for each sheet, one for each picture
	maxSheets   = 200       // a sheet for each commune of a province, at most 166
	maxRows     = 200_000   // with something in them
	maxColumns  = 2_000     // up to the last cell with something in it
	maxCells    = 3_000_000 // of one sheet, counted in each row up to its last one: what a Table keeps
	maxText     = 32_767    // characters in a cell, as in Excel

	maxStrings     = 2_000_000 // shared by the cells
	maxStringBytes = 32 << 20
	maxStyles      = 100_000   // formats, fonts and styles each; Excel makes no more than 65,490
	maxMerged      = 100_000   // areas of a sheet
	maxMergedWidth = 3_000_000 // columns of all these areas: what a Table keeps of them
	maxToken       = 4 << 20   // bytes of one XML tag or text; the longest text of a cell, escaped, has 230 KB

	// How many bytes a part may have for what is read of it: these in all, and more
	// for each row, for each cell, shared text or style that is something, and for each
	// byte of a text, which may be written as "&#1234;". Excel needs a tenth of that.
	idleBytes = 8 << 20
	idleRow   = 512
	idleEntry = 512
	idleText  = 8

	// The grid of Excel itself: no cell lies outside.
	lastRow    = 1_048_576
	lastColumn = 16_384
)
