package threshold

import "strings"

// regions are how cells write the regions.
const regions = "trung du miền núi phía bắc|trung du và miền núi phía bắc|trung du, miền núi phía bắc|" +
	"trung du và miền núi bắc bộ|trung du miền núi bắc bộ|miền núi phía bắc|tdmn phía bắc|tdmnpb|trung du mnpb|" +
	"td mnpb|mnpb|đồng bằng sông hồng|đb sông hồng|đbsh|bắc trung bộ|btb|duyên hải nam trung bộ|" +
	"dh nam trung bộ|duyên hải ntb|nam trung bộ|dhntb|tây nguyên|đông nam bộ|đnb|đồng bằng sông cửu long|" +
	"đb sông cửu long|đbscl|tây nam bộ|bắc trung bộ và duyên hải miền trung"

// regionLeads stand before the name of a region.
var regionLeads = []string{"vùng ", "các xã vùng ", "xã vùng ", "xã thuộc vùng ", "các xã thuộc vùng ", "khu vực ",
	"các tỉnh ", "các tỉnh vùng ", "tỉnh thuộc vùng ", "các tỉnh thuộc vùng "}

var conjunction = oneOf("và|hoặc")

// withRegions are cases with the regions among them.
func withRegions(list string) string {
	list += "|" + regions
	for _, lead := range regionLeads {
		list += "|" + lead + strings.ReplaceAll(regions, "|", "|"+lead)
	}
	return list
}

// Comparison reads a text that is a comparison and nothing else: "≥", "tối thiểu".
func Comparison(text string) (Op, bool) {
	c := cursorOf(clean(text))
	op, ok := take(&c, comparisons)
	if !ok || op == from {
		op, ok = take(&c, closings)
	}
	return op, ok && c.done()
}
