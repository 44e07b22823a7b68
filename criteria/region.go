package criteria

// Region is a column of a standard's table: one of the seven regions of
// 2021–2025; the national column, which no commune is judged by; or, in a pack
// that has commune groups or zones, the id of one.
type Region string

// The columns in the order the decisions print them.
const (
	National       Region = "chung"
	NorthernUpland Region = "tdmnpb" // Trung du miền núi phía Bắc
	RedRiverDelta  Region = "dbsh"   // Đồng bằng sông Hồng
	NorthCentral   Region = "btb"    // Bắc Trung Bộ
	SouthCentral   Region = "dhntb"  // Duyên hải Nam Trung Bộ
	Highlands      Region = "tn"     // Tây Nguyên
	SouthEast      Region = "dnb"    // Đông Nam Bộ
	MekongDelta    Region = "dbscl"  // Đồng bằng sông Cửu Long
)

// Regions lists the columns a commune can be judged by.
var Regions = []Region{NorthernUpland, RedRiverDelta, NorthCentral, SouthCentral, Highlands, SouthEast, MekongDelta}

// Title is the region's name as officials write it.
func (r Region) Title() string {
	return map[Region]string{
		National: "Chỉ tiêu chung", NorthernUpland: "Trung du miền núi phía Bắc", RedRiverDelta: "Đồng bằng sông Hồng",
		NorthCentral: "Bắc Trung Bộ", SouthCentral: "Duyên hải Nam Trung Bộ", Highlands: "Tây Nguyên",
		SouthEast: "Đông Nam Bộ", MekongDelta: "Đồng bằng sông Cửu Long",
	}[r]
}
