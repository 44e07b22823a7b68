package draw

// The colours of every workbook, as RRGGBB. None carries a meaning of its own:
// most offices print in black and white, so what it says stands in the cell too.
const (
	Entry      = "FFF9DB" // cells for filling in
	EntryHead  = "FFE699" // their heads
	ScreenHead = "D9E1F2" // other heads, of sheets for work on the screen
	PaperHead  = "E7E6E6" // of sheets for paper
	Group      = "F2F2F2"
	Idle       = "D9D9D9" // nothing is to be filled in here

	Good   = "C6E0B4"
	Extra  = "E2EFDA" // good, and was not asked for
	Fair   = "DDEBF7"
	Unsure = "FFF2CC"
	Odd    = "F8CBAD"
	Wrong  = "F4B6B6"
	Paper  = "FFFFFF"

	Black = "000000"
	Grey  = "808080" // lines of sheets for work, and
	Faint = "595959" // words beside the matter
	Red   = "9C0006" // words of what failed
)

// The shades of bars, from what is good to what is not known. Printed without
// colour they tell bars apart.
const (
	Dark   = "404040"
	Middle = "A6A6A6"
	Light  = "E3E3E3"
)
