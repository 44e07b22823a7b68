package threshold

import "strings"

// The grammar of a cell, as data. Every phrase is compared word by word, without case
// and wherever the tone mark is placed; with the tone marks, for "từ" is not "tự".

// comparisons are what stands before a number. A from waits for "trở lên" or "trở xuống".
var comparisons = phrases(map[Op]string{
	AtLeast: "≥|>=|=>|> =|≧|⩾|tối thiểu|ít nhất|tối thiểu là|ít nhất là|không dưới|không thấp hơn|không ít hơn|" +
		"không nhỏ hơn|lớn hơn hoặc bằng|bằng hoặc lớn hơn|bằng hoặc cao hơn|cao hơn hoặc bằng|bằng hoặc trên|" +
		"trên hoặc bằng",
	AtMost: "≤|<=|=<|≦|⩽|tối đa|tối đa là|không quá|không vượt quá|không trên|không cao hơn|không lớn hơn|" +
		"không nhiều hơn|nhiều nhất|nhỏ hơn hoặc bằng|bằng hoặc nhỏ hơn|bằng hoặc thấp hơn|thấp hơn hoặc bằng|" +
		"bằng hoặc dưới|dưới hoặc bằng",
	Above: ">|trên|lớn hơn|cao hơn|hơn|nhiều hơn",
	Below: "<|dưới|nhỏ hơn|thấp hơn|ít hơn|chưa đến|chưa tới",
	Equal: "=|bằng|đúng",
	from:  "từ|từ đủ|cao hơn từ",
})

// closings are what stands behind a number.
var closings = phrases(map[Op]string{
	AtLeast: "trở lên|hoặc cao hơn|hoặc hơn|hoặc nhiều hơn",
	AtMost:  "trở xuống|hoặc thấp hơn|hoặc ít hơn",
})

const from Op = "from"

// leads are what may stand at the beginning of a cell and say nothing.
var leads = oneOf("đạt|phải đạt|có|là|tỷ lệ|tỉ lệ|tỷ lệ đạt|tỉ lệ đạt|đạt tỷ lệ|đạt tỉ lệ|mức đạt|bình quân|" +
	"bình quân đạt|đạt chuẩn|số lượng|:|+|•|▪|ở mức|xã có|mỗi xã có|toàn xã có|mỗi xã")

// units are what stands behind a number, and what it is called in the program.
var units = names("%|‰|triệu đồng|triệu đồng/người/tháng|tỷ đồng|nghìn đồng|đồng|m2/người|m2|m|km|ha|lít|"+
	"hợp tác xã|tổ hợp tác|sản phẩm|mô hình|trường|nhà|hộ|thôn|tổ dân phố|khu phố|vườn|vụ|lĩnh vực|lần|lần/năm|"+
	"lần/tháng|buổi/tháng|buổi/năm|%/năm|điểm|điểm du lịch|cơ sở|công trình|câu lạc bộ|tổ|tổ chức|người|lao động|"+
	"doanh nghiệp|vùng|vùng nguyên liệu|chợ|bãi|tuyến đường|tuyến|năm|tháng|ngày|giờ|buổi|sao|mô hình/thôn|máy|"+
	"bác sĩ|giường|dịch vụ|chuỗi|chuỗi liên kết|dự án|nhiệm vụ|hoạt động|cây|khu|khu dân cư|camera|nghề|"+
	"làng nghề|lớp|cuộc|đợt|hội nghị|thư viện", map[string]string{
	"%": "phần trăm",
	income: "triệu đồng/người/năm|triệu đồng/người|tr.đồng/người/năm|trđ/người/năm|tr.đ/người/năm|" +
		"triệu đ/người/năm|tr đ/người/năm|tr. đồng/người/năm|triệu đồng/người.năm|triệu đồng/người-năm|" +
		"triệu/người/năm|triệu/người|trđ/người|tr.đ/người|triệu đồng/đầu người|triệu đồng/đầu người/năm",
	"triệu đồng": "triệu|trđ|tr.đ|tr.đồng",
	incomeInDong: "đồng/người/năm|đ/người/năm",
	"USD":        "usd",
	"m2/người":   "m²/đầu người|m2/đầu người|m²/người|m²/ người|m2/ng|m²/ng",
	water: "lít/người/ngđ|lít/người.ngày đêm|lít/người/ngày và đêm|lít/ng/ngđ|l/ng/ngđ|l/người/ngđ|" +
		"lít/người/ngày đêm|lít/người/ngày|lít/người/ngày-đêm|l/người/ngày đêm|lít/người/ngày.đêm",
	"m2":         "m²",
	"m3":         "m³",
	"hợp tác xã": "htx",
	"sản phẩm":   "sản phẩm ocop|sp|sp ocop|sản phẩm đạt ocop",
	"trường":     "trường học",
	"nhà":        "ngôi nhà",
	"hộ":         "hộ gia đình",
	"thôn":       "ấp|bản|xóm|buôn|khóm|làng|phum|sóc|bon|buôn làng|thôn xóm|thôn bản",
	"vườn":       "vườn mẫu|vườn hộ",
	"vụ":         "vụ việc",
	"câu lạc bộ": "clb",
	"lớp":        "lớp học|lớp tập huấn",
})

// wholes are the units of what comes one by one, besides those of the house's dictionary.
var wholes = []string{"ngày", "giờ", "buổi", "lần", "cây", "camera", "máy", "lớp", "đồng", incomeInDong, "USD", "điểm",
	"hoạt động", "nhiệm vụ", "dự án", "chợ", "khu", "khu dân cư", "khu phố", "tổ dân phố", "vườn"}

// settlements are the units of where people live together: each region has its own name for them.
var settlements = []string{"thôn", "khu", "khu dân cư", "khu phố", "tổ dân phố"}

// ofEach is what things are counted for, where that is what a report is of.
var ofEach = oneOf("/xã|/năm|/01 năm|/1 năm|mỗi năm|mỗi xã|trong năm|hằng năm|hàng năm|trên địa bàn|" +
	"trên địa bàn xã")

// measures are the units of what is measured, not counted one by one.
var measures = []string{"%", "‰", "triệu đồng", "tỷ đồng", "nghìn đồng", "đồng", "USD", "lít", "m2", "m", "km", "ha",
	"m3", "năm", "tháng", "ngày", "giờ", "sao", "lần", "buổi"}

// reached stands between a comparison and its number, and says nothing: "tối thiểu đạt 80%".
var reached = oneOf("đạt|phải đạt|có|là|:")

const (
	income = "triệu đồng/người/năm"
	// incomeInDong is read in triệu đồng.
	incomeInDong = "đồng/người/năm"
	water        = "lít/người/ngày đêm"
)

// subjects are what a rate may say it is a rate of, right behind "%".
var subjects = oneOf("số hộ dân|số hộ trên địa bàn|số hộ gia đình trên địa bàn|các hộ|tổng số hộ dân|" +
	"số hộ dân trên địa bàn|thôn, bản|thôn, bản, ấp|các thôn|các thôn, bản|số thôn trên địa bàn|" +
	"số trường trên địa bàn|tổng số thôn|tổng số trường|các trường|số hộ|số hộ gia đình|hộ|hộ gia đình|hộ dân|" +
	"số trường|số trường học|trường|số thôn|thôn|số thôn, bản|số thôn, bản, ấp|dân số|người dân|số người|" +
	"số cơ sở|cơ sở|diện tích|số km|tổng số hộ|số tuyến đường|tuyến đường|số dân|số lao động|lao động|" +
	"số sản phẩm|sản phẩm|số vụ việc|số doanh nghiệp|số cán bộ|số công trình|công trình|đạt chuẩn|thôn có|" +
	"số thôn có|sạch|đường sạch|không lầy lội|sạch, không lầy lội|sạch và không lầy lội|" +
	"không lầy lội vào mùa mưa|sạch, không lầy lội vào mùa mưa|mức độ 1|mức độ 2|đạt mức độ 1|đạt mức độ 2|" +
	"số trường đạt chuẩn|số trường đạt mức độ 1|số trường đạt mức độ 2|trường đạt mức độ 1|trường đạt mức độ 2|" +
	"số trường đạt chuẩn mức độ 1|số trường đạt chuẩn mức độ 2")

// ranked stands between products and their stars.
var (
	ranked = oneOf("đạt|từ|đạt từ|hạng|xếp hạng|đạt hạng|được xếp hạng|được xếp hạng từ|đạt chuẩn|được công nhận|" +
		"đạt tối thiểu|được công nhận đạt|được xếp hạng đạt|được công nhận từ|xếp hạng từ")
	stars = oneOf("sao|sao ocop")
)

// ofSchools is what schools that are counted must reach.
var ofSchools = oneOf("đạt chuẩn|đạt chuẩn quốc gia|đạt mức độ 1|đạt mức độ 2|đạt chuẩn mức độ 1|" +
	"đạt chuẩn mức độ 2|đạt chuẩn quốc gia mức độ 1|đạt chuẩn quốc gia mức độ 2|đạt csvc mức độ 1|" +
	"đạt csvc mức độ 2|đạt chuẩn cơ sở vật chất mức độ 1|đạt chuẩn cơ sở vật chất mức độ 2|" +
	"đạt tiêu chuẩn cơ sở vật chất mức độ 1|đạt tiêu chuẩn cơ sở vật chất mức độ 2|đạt chuẩn csvc mức độ 1|" +
	"đạt chuẩn csvc mức độ 2|đạt chuẩn cơ sở vật chất|đạt tiêu chuẩn cơ sở vật chất")

// working is what is asked of things that are counted.
var working = oneOf("hoạt động hiệu quả|hoạt động có hiệu quả|hoạt động hiệu quả, bền vững|" +
	"hoạt động có hiệu quả, bền vững|hoạt động thường xuyên|hoạt động thường xuyên, hiệu quả|hiệu quả|" +
	"có hiệu quả|đang hoạt động|hoạt động tốt")

// scales are the units that stand before their number.
var scales = []string{"cấp độ", "mức độ", "cấp", "hạng", "bậc", "mức", "loại"}

var scaleNames = names(strings.Join(scales, "|"), nil)

// grades are words in an order.
var grades = names("yếu|kém|trung bình|trung bình khá|khá|tốt|giỏi|xuất sắc|hoàn thành nhiệm vụ|"+
	"hoàn thành tốt nhiệm vụ|hoàn thành xuất sắc nhiệm vụ", nil)

// gradeLeads stand before a grade.
var gradeLeads = oneOf("loại|xếp loại|mức|hạng|đạt loại|đạt mức|đạt|từ|từ loại|từ mức|xếp loại từ|đạt từ loại|" +
	"đạt từ mức|được xếp loại|đạt loại từ|được đánh giá|mức độ|tối thiểu|đạt từ")

// said is what such a cell says.
type said struct {
	kind Kind
	word string
}

// whole are cells that say one thing in so many words.
var whole = phrases(map[said]string{
	{Word, "đạt"}: "đạt|đạt chuẩn|đạt yêu cầu|đạt (nếu có)|đạt nếu có|đạt chuẩn (nếu có)|" +
		"đạt theo quy định|đạt chuẩn theo quy định|đạt yêu cầu theo quy định|đảm bảo|bảo đảm|đáp ứng|" +
		"đáp ứng yêu cầu|đảm bảo yêu cầu|bảo đảm theo quy định|đảm bảo theo quy định|đáp ứng theo quy định|" +
		"đạt tiêu chuẩn|hoàn thành|có, đạt yêu cầu|có và đạt yêu cầu|thực hiện đạt yêu cầu|có, đạt chuẩn|" +
		"thực hiện theo quy định|đạt, có|đúng quy định|theo đúng quy định|đáp ứng tiêu chuẩn",
	{Word, "có"}: "có",
	{Word, "không"}: "không|không có|không xảy ra|không còn|không để xảy ra|không phát sinh|" +
		"không phát sinh mới|không để phát sinh",
	{kind: NotApplied}: "không áp dụng|không yêu cầu|không đánh giá|không xét|không quy định|không bắt buộc|" +
		"không xem xét|miễn|không bắt buộc thực hiện|không bắt buộc đạt|không bắt buộc áp dụng|" +
		"không yêu cầu thực hiện|không yêu cầu đạt|không yêu cầu đánh giá|không phải đánh giá|" +
		"không phải thực hiện|không phải áp dụng|không phải xét|không xét chỉ tiêu này|" +
		"không áp dụng chỉ tiêu này|không đánh giá chỉ tiêu này|không xét đến|không thuộc đối tượng áp dụng|" +
		"không thuộc phạm vi áp dụng|không thuộc diện áp dụng|không thuộc đối tượng đánh giá|được miễn|" +
		"miễn áp dụng|miễn đánh giá|miễn xét|miễn thực hiện|chưa áp dụng|chưa yêu cầu|chưa bắt buộc|" +
		"chưa đánh giá|chưa xét|không đặt ra|không tính|(không áp dụng)|(không yêu cầu)|(không bắt buộc)|" +
		"(không đánh giá)",
	{kind: None}: "-|- -|- - -",
})

// The words of "UBND cấp tỉnh quy định cụ thể", in their order: who, does, how.
var (
	handsOver = oneOf("do|giao|giao cho|đạt theo|theo|thực hiện theo|đạt|đạt chuẩn theo|đạt yêu cầu theo|" +
		"bảo đảm theo|đảm bảo theo")
	ruleOf = oneOf("quy định của|quy định cụ thể của|hướng dẫn của|tiêu chuẩn của|quy chuẩn của|công bố của|" +
		"quyết định của|quy định do")
	provinces = oneOf("ubnd cấp tỉnh|ubnd tỉnh|ủy ban nhân dân cấp tỉnh|ủy ban nhân dân tỉnh|" +
		"ủy ban nhân dân các tỉnh|ubnd các tỉnh|ubnd tỉnh, thành phố|ubnd các tỉnh, thành phố|" +
		"ubnd tỉnh, thành phố trực thuộc trung ương|ủy ban nhân dân tỉnh, thành phố|" +
		"ủy ban nhân dân các tỉnh, thành phố|ubnd các tỉnh, thành phố trực thuộc trung ương|" +
		"ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương|" +
		"ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương|ubnd thành phố|ủy ban nhân dân thành phố|cấp tỉnh|" +
		"hđnd cấp tỉnh|hđnd tỉnh|hội đồng nhân dân tỉnh|hội đồng nhân dân cấp tỉnh|tỉnh|địa phương")
	sets = oneOf("quy định|quy định cụ thể|hướng dẫn|hướng dẫn cụ thể|ban hành|công bố|quy định chi tiết|" +
		"công bố cụ thể|quy định, hướng dẫn|quy định cụ thể mức đạt|quy định mức cụ thể|quyết định|xác định|" +
		"quy định riêng|ban hành quy định|ban hành quy định riêng|ban hành quy định cụ thể|ban hành hướng dẫn|" +
		"cụ thể hóa|quy định và công bố|quy định cụ thể mức đạt chuẩn")
	suiting = oneOf("phù hợp với điều kiện thực tế|phù hợp với điều kiện thực tế của địa phương|" +
		"phù hợp với điều kiện thực tế tại địa phương|phù hợp với tình hình thực tế|" +
		"phù hợp với tình hình thực tế của địa phương|phù hợp điều kiện thực tế|theo điều kiện thực tế|" +
		"theo điều kiện thực tế của địa phương|theo điều kiện cụ thể|cho phù hợp với điều kiện thực tế|" +
		"cho phù hợp với điều kiện thực tế của địa phương|phù hợp với điều kiện của địa phương|" +
		"phù hợp với đặc điểm của địa phương|tại văn bản riêng|bằng văn bản riêng|ở văn bản riêng|" +
		"theo văn bản riêng|theo từng vùng|theo từng khu vực|theo từng năm|theo từng địa bàn|theo từng nhóm xã|" +
		"theo từng giai đoạn|cho từng vùng|cho từng khu vực|cho từng năm|cho từng địa bàn|cho từng nhóm xã|" +
		"đối với từng khu vực|đối với từng nhóm xã|hằng năm|hàng năm|trên địa bàn|trên địa bàn tỉnh")
	ministries = names("Bộ Nông nghiệp và Môi trường|Bộ Nông nghiệp và Phát triển nông thôn|"+
		"Bộ Giáo dục và Đào tạo|Bộ Văn hóa, Thể thao và Du lịch|Bộ Lao động - Thương binh và Xã hội|Bộ Y tế|"+
		"Bộ Công Thương|Bộ Giao thông vận tải|Bộ Xây dựng|Bộ Tư pháp|Bộ Công an|Bộ Quốc phòng|Bộ Nội vụ|"+
		"Bộ Tài chính|Bộ Kế hoạch và Đầu tư|Bộ Thông tin và Truyền thông|Bộ Khoa học và Công nghệ|"+
		"Bộ Tài nguyên và Môi trường|Bộ Dân tộc và Tôn giáo|Ủy ban Dân tộc|các bộ, ngành|bộ, ngành|"+
		"bộ chuyên ngành|bộ quản lý ngành", map[string]string{
		"Bộ Nông nghiệp và Môi trường": "bộ nn&mt",
		"Bộ Nông nghiệp và Phát triển nông thôn": "bộ nn&ptnt|bộ nn và ptnt|bộ nông nghiệp & ptnt|" +
			"bộ nông nghiệp và ptnt",
		"Bộ Giáo dục và Đào tạo":          "bộ gd và đt|bộ gd&đt|bộ gdđt",
		"Bộ Văn hóa, Thể thao và Du lịch": "bộ vh,tt&dl|bộ vhttdl|bộ vhtt&dl",
		"Bộ Lao động - Thương binh và Xã hội": "bộ lđ-tbxh|bộ lđtb&xh|bộ lao động, thương binh và xã hội|" +
			"bộ lđtbxh|bộ lđ-tb&xh",
		"Bộ Giao thông vận tải":        "bộ gtvt",
		"Bộ Kế hoạch và Đầu tư":        "bộ kh&đt",
		"Bộ Thông tin và Truyền thông": "bộ tt&tt",
		"Bộ Khoa học và Công nghệ":     "bộ kh&cn",
		"Bộ Tài nguyên và Môi trường":  "bộ tn&mt",
		"bộ, ngành":                    "bộ, ngành trung ương|bộ, ngành liên quan",
		"các bộ, ngành":                "các bộ, ngành trung ương",
	})
)

// The words of parts, years and cases.
var (
	amongThem = phrases(map[string]string{
		"":  "trong đó|trong đó có|trong đó:",
		"≥": "trong đó ít nhất|trong đó tối thiểu",
	})
	sources = oneOf("từ|nước sạch từ|lấy từ|sử dụng từ|được|qua|có|bằng|sử dụng nước sạch từ|sử dụng nước từ|" +
		"dùng nước từ|hộ sử dụng nước sạch từ|số hộ sử dụng nước sạch từ|hộ dùng nước từ")
	qualities = oneOf("cứng hóa|được cứng hóa|nhựa hóa|được nhựa hóa|bê tông hóa|được bê tông hóa|" +
		"nhựa hóa hoặc bê tông hóa|nhựa hóa, bê tông hóa|đạt chuẩn|mức độ 1|mức độ 2|đạt mức độ 1|đạt mức độ 2|" +
		"đạt chuẩn mức độ 1|đạt chuẩn mức độ 2|đạt csvc mức độ 1|đạt csvc mức độ 2|" +
		"đạt tiêu chuẩn cơ sở vật chất mức độ 1|đạt tiêu chuẩn cơ sở vật chất mức độ 2|" +
		"số trường đạt csvc mức độ 1|số trường đạt csvc mức độ 2|đạt chuẩn cơ sở vật chất mức độ 1|" +
		"đạt chuẩn cơ sở vật chất mức độ 2|số trường đạt mức độ 1|số trường đạt mức độ 2|lao động nữ|nữ|là nữ|" +
		"có bằng cấp, chứng chỉ|có chứng chỉ|tập trung|nước tập trung|nước sạch tập trung|cấp nước tập trung|" +
		"nước máy|hệ thống tập trung|công trình tập trung|hệ thống cấp nước tập trung|" +
		"công trình cấp nước tập trung|qua hệ thống tập trung")
	forThem = oneOf("đối với|với|áp dụng đối với|áp dụng cho|riêng|riêng đối với|-|+")
	cases   = oneOf(withRegions("xã đặc biệt khó khăn|các xã đặc biệt khó khăn|xã đbkk|các xã còn lại|xã còn lại|" +
		"các xã khác|xã khu vực i|xã khu vực ii|xã khu vực iii|xã thuộc khu vực i|xã thuộc khu vực ii|" +
		"xã thuộc khu vực iii|xã khu vực ii, iii|xã nhóm 1|xã nhóm 2|xã nhóm 3|xã miền núi|xã đồng bằng|xã đảo|" +
		"xã bãi ngang|xã an toàn khu|xã atk|vùng đồng bằng|vùng miền núi|khu vực đồng bằng|khu vực miền núi|" +
		"khu vực i|khu vực ii|khu vực iii|khu vực 1|khu vực 2|khu vực 3|xã khu vực 1|xã khu vực 2|xã khu vực 3|" +
		"xã thuộc khu vực 1|xã thuộc khu vực 2|xã thuộc khu vực 3|các xã khu vực i|các xã khu vực ii|" +
		"các xã khu vực iii|các xã thuộc khu vực i|các xã thuộc khu vực ii|các xã thuộc khu vực iii|nhóm 1|" +
		"nhóm 2|nhóm 3|các xã nhóm 1|các xã nhóm 2|các xã nhóm 3|xã thuộc nhóm 1|xã thuộc nhóm 2|xã thuộc nhóm 3|" +
		"các xã miền núi|các xã đồng bằng|các xã đảo|vùng còn lại|các vùng còn lại|các vùng khác|các tỉnh còn lại"))
	communeWith     = oneOf("xã có|xã có số trường|nơi có|đối với xã có|các xã có|trường hợp xã có|nếu xã có")
	comparisonsFrom = oneOf("từ")
	upTo            = oneOf("đến|-|tới")
	yearNamed       = oneOf("năm")
)

// alarms are words that turn what stands beside them into another thing: a part whose
// words have one of them is for a person to read.
var alarms = oneOf("không|chưa|năm|giai đoạn|trừ|ngoài|nếu|hoặc|riêng|miễn|khi|trường hợp|trước|sau|ngoại trừ|" +
	"còn|giảm|tăng|thêm|gấp|so với|trừ trường hợp|nhưng|miền núi|hải đảo|vùng khó khăn|đbkk|phấn đấu|mục tiêu|" +
	"hiện tại|đối với|áp dụng|các xã|thôn đbkk|thôn đặc biệt khó khăn")
