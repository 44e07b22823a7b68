package threshold

// The grammar of a cell, as data. Every phrase is compared word by word, without case
// and wherever the tone mark is placed; with the tone marks, for "từ" is not "tự".

// comparisons are what stands before a number. A from waits for "trở lên" or "trở xuống".
var comparisons = phrases(map[string]Op{
	"≥": AtLeast, ">=": AtLeast, "=>": AtLeast, "> =": AtLeast, "≧": AtLeast, "⩾": AtLeast,
	"tối thiểu": AtLeast, "ít nhất": AtLeast,
	"tối thiểu là": AtLeast, "ít nhất là": AtLeast, "không dưới": AtLeast, "không thấp hơn": AtLeast,
	"không ít hơn":  AtLeast,
	"không nhỏ hơn": AtLeast, "lớn hơn hoặc bằng": AtLeast, "bằng hoặc lớn hơn": AtLeast,
	"bằng hoặc cao hơn": AtLeast,
	"cao hơn hoặc bằng": AtLeast, "bằng hoặc trên": AtLeast,
	"≤": AtMost, "<=": AtMost, "=<": AtMost, "≦": AtMost, "⩽": AtMost, "tối đa": AtMost, "tối đa là": AtMost,
	"không quá":      AtMost,
	"không vượt quá": AtMost, "không trên": AtMost, "không cao hơn": AtMost, "không lớn hơn": AtMost,
	"không nhiều hơn": AtMost,
	"nhiều nhất":      AtMost, "nhỏ hơn hoặc bằng": AtMost, "bằng hoặc nhỏ hơn": AtMost,
	"bằng hoặc thấp hơn": AtMost,
	"thấp hơn hoặc bằng": AtMost, "bằng hoặc dưới": AtMost, "dưới hoặc bằng": AtMost, "trên hoặc bằng": AtLeast,
	">": Above, "trên": Above, "lớn hơn": Above, "cao hơn": Above, "hơn": Above, "nhiều hơn": Above,
	"<": Below, "dưới": Below, "nhỏ hơn": Below, "thấp hơn": Below, "ít hơn": Below,
	"=": Equal, "bằng": Equal, "đúng": Equal,
	"từ": from, "từ đủ": from, "cao hơn từ": from, "chưa đến": Below, "chưa tới": Below,
})

// closings are what stands behind a number.
var closings = phrases(map[string]Op{
	"trở lên": AtLeast, "hoặc cao hơn": AtLeast, "hoặc hơn": AtLeast, "hoặc nhiều hơn": AtLeast,
	"trở xuống": AtMost, "hoặc thấp hơn": AtMost, "hoặc ít hơn": AtMost,
})

const from Op = "from"

// leads are what may stand at the beginning of a cell and say nothing.
var leads = phrases(map[string]string{
	"đạt": "", "phải đạt": "", "có": "", "là": "", "tỷ lệ": "", "tỉ lệ": "", "tỷ lệ đạt": "", "tỉ lệ đạt": "",
	"đạt tỷ lệ": "", "đạt tỉ lệ": "",
	"mức đạt": "", "bình quân": "", "bình quân đạt": "", "đạt chuẩn": "", "số lượng": "", ":": "", "+": "", "•": "",
	"▪": "", "ở mức": "", "xã có": "", "mỗi xã có": "", "toàn xã có": "", "mỗi xã": "",
})

// units are what stands behind a number, and what it is called in the program.
var units = phrases(map[string]string{
	"%": "%", "phần trăm": "%", "‰": "‰",
	"triệu đồng/người/năm": income, "triệu đồng/người": income, "tr.đồng/người/năm": income,
	"trđ/người/năm": income, "tr.đ/người/năm": income, "triệu đ/người/năm": income, "tr đ/người/năm": income,
	"tr. đồng/người/năm": income, "triệu đồng/người.năm": income, "triệu đồng/người-năm": income,
	"triệu/người/năm": income, "triệu đồng": "triệu đồng", "triệu đồng/người/tháng": "triệu đồng/người/tháng",
	"triệu":          "triệu đồng",
	"đồng/người/năm": incomeInDong, "đ/người/năm": incomeInDong,
	"tỷ đồng": "tỷ đồng", "nghìn đồng": "nghìn đồng", "đồng": "đồng", "usd": "USD",
	"m²/đầu người": "m2/người", "m2/đầu người": "m2/người", "trđ": "triệu đồng", "tr.đ": "triệu đồng",
	"tr.đồng": "triệu đồng", "triệu/người": income, "trđ/người": income, "tr.đ/người": income,
	"triệu đồng/đầu người": income, "triệu đồng/đầu người/năm": income, "lít/người/ngđ": water,
	"lít/người.ngày đêm": water, "lít/người/ngày và đêm": water,
	"m²/người": "m2/người", "m2/người": "m2/người", "m²/ người": "m2/người", "m²": "m2", "m2": "m2", "m": "m",
	"km": "km", "ha": "ha", "m³": "m3",
	"lít/ng/ngđ": water, "l/ng/ngđ": water, "l/người/ngđ": water, "m2/ng": "m2/người", "m²/ng": "m2/người",
	"lít/người/ngày đêm": water, "lít/người/ngày": water, "lít/người/ngày-đêm": water,
	"l/người/ngày đêm": water, "lít/người/ngày.đêm": water, "lít": "lít",
	"hợp tác xã": "hợp tác xã", "htx": "hợp tác xã", "tổ hợp tác": "tổ hợp tác", "sản phẩm": "sản phẩm",
	"sản phẩm ocop": "sản phẩm", "sp": "sản phẩm", "sp ocop": "sản phẩm", "sản phẩm đạt ocop": "sản phẩm",
	"mô hình": "mô hình", "trường": "trường", "trường học": "trường", "nhà": "nhà", "ngôi nhà": "nhà",
	"hộ": "hộ", "hộ gia đình": "hộ",
	"thôn": "thôn", "ấp": "thôn", "bản": "thôn", "xóm": "thôn", "buôn": "thôn", "khóm": "thôn", "làng": "thôn",
	"phum": "thôn", "sóc": "thôn", "bon": "thôn", "buôn làng": "thôn", "thôn xóm": "thôn", "thôn bản": "thôn",
	"tổ dân phố": "tổ dân phố", "khu phố": "khu phố", "vườn": "vườn", "vườn mẫu": "vườn", "vườn hộ": "vườn",
	"vụ":      "vụ",
	"vụ việc": "vụ", "lĩnh vực": "lĩnh vực", "lần": "lần", "lần/năm": "lần/năm", "lần/tháng": "lần/tháng",
	"buổi/tháng": "buổi/tháng",
	"buổi/năm":   "buổi/năm", "%/năm": "%/năm", "điểm": "điểm",
	"điểm du lịch": "điểm du lịch", "cơ sở": "cơ sở",
	"công trình": "công trình", "câu lạc bộ": "câu lạc bộ", "clb": "câu lạc bộ", "tổ": "tổ",
	"tổ chức": "tổ chức", "người": "người",
	"lao động": "lao động", "doanh nghiệp": "doanh nghiệp", "vùng": "vùng",
	"vùng nguyên liệu": "vùng nguyên liệu", "chợ": "chợ", "bãi": "bãi",
	"tuyến đường": "tuyến đường", "tuyến": "tuyến", "năm": "năm", "tháng": "tháng", "ngày": "ngày",
	"giờ": "giờ", "buổi": "buổi", "sao": "sao",
	"mô hình/thôn": "mô hình/thôn", "máy": "máy", "bác sĩ": "bác sĩ",
	"giường": "giường", "dịch vụ": "dịch vụ",
	"chuỗi": "chuỗi", "chuỗi liên kết": "chuỗi liên kết", "dự án": "dự án", "nhiệm vụ": "nhiệm vụ",
	"hoạt động": "hoạt động", "cây": "cây",
	"khu": "khu", "khu dân cư": "khu dân cư", "camera": "camera", "nghề": "nghề", "làng nghề": "làng nghề",
	"lớp": "lớp", "lớp học": "lớp", "lớp tập huấn": "lớp", "cuộc": "cuộc", "đợt": "đợt", "hội nghị": "hội nghị",
	"thư viện": "thư viện",
})

// wholes are the units of what comes one by one, besides those of the house's dictionary.
var wholes = map[string]bool{"ngày": true, "giờ": true, "buổi": true, "lần": true, "cây": true, "camera": true,
	"máy": true, "lớp": true, "đồng": true, incomeInDong: true, "USD": true, "điểm": true, "hoạt động": true,
	"nhiệm vụ": true,
	"dự án":    true, "chợ": true, "khu": true, "khu dân cư": true, "khu phố": true, "tổ dân phố": true, "vườn": true}

// settlements are the units of where people live together: each region has its own name for them.
var settlements = map[string]bool{"thôn": true, "khu": true, "khu dân cư": true, "khu phố": true, "tổ dân phố": true}

// ofEach is what things are counted for, where that is what a report is of.
var ofEach = phrases(map[string]string{"/xã": "", "/năm": "", "/01 năm": "", "/1 năm": "", "mỗi năm": "", "mỗi xã": "",
	"trong năm": "", "hằng năm": "", "hàng năm": "", "trên địa bàn": "", "trên địa bàn xã": ""})

// measures are the units of what is measured, not counted one by one.
var measures = map[string]bool{"%": true, "‰": true, "triệu đồng": true, "tỷ đồng": true, "nghìn đồng": true,
	"đồng": true, "USD": true, "lít": true, "m2": true, "m": true, "km": true, "ha": true, "m3": true, "năm": true,
	"tháng": true, "ngày": true, "giờ": true, "sao": true, "lần": true, "buổi": true}

// reached stands between a comparison and its number, and says nothing: "tối thiểu đạt 80%".
var reached = phrases(map[string]string{"đạt": "", "phải đạt": "", "có": "", "là": "", ":": ""})

const (
	income = "triệu đồng/người/năm"
	// incomeInDong is read in triệu đồng.
	incomeInDong = "đồng/người/năm"
	water        = "lít/người/ngày đêm"
)

// subjects are what a rate may say it is a rate of, right behind "%".
var subjects = phrases(map[string]string{
	"số hộ dân": "", "số hộ trên địa bàn": "", "số hộ gia đình trên địa bàn": "", "các hộ": "", "tổng số hộ dân": "",
	"số hộ dân trên địa bàn": "", "thôn, bản": "", "thôn, bản, ấp": "", "các thôn": "", "các thôn, bản": "",
	"số thôn trên địa bàn": "", "số trường trên địa bàn": "", "tổng số thôn": "", "tổng số trường": "",
	"các trường": "",
	"số hộ":      "", "số hộ gia đình": "", "hộ": "", "hộ gia đình": "", "hộ dân": "", "số trường": "",
	"số trường học": "", "trường": "", "số thôn": "",
	"thôn": "", "số thôn, bản": "", "số thôn, bản, ấp": "", "dân số": "", "người dân": "", "số người": "",
	"số cơ sở": "", "cơ sở": "",
	"diện tích": "", "số km": "", "tổng số hộ": "", "số tuyến đường": "", "tuyến đường": "", "số dân": "",
	"số lao động": "", "lao động": "",
	"số sản phẩm": "", "sản phẩm": "", "số vụ việc": "", "số doanh nghiệp": "", "số cán bộ": "",
	"số công trình": "", "công trình": "", "đạt chuẩn": "", "thôn có": "", "số thôn có": "", "sạch": "",
	"đường sạch": "", "không lầy lội": "", "sạch, không lầy lội": "", "sạch và không lầy lội": "",
	"không lầy lội vào mùa mưa": "", "sạch, không lầy lội vào mùa mưa": "", "mức độ 1": "", "mức độ 2": "",
	"đạt mức độ 1": "", "đạt mức độ 2": "", "số trường đạt chuẩn": "", "số trường đạt mức độ 1": "",
	"số trường đạt mức độ 2": "", "trường đạt mức độ 1": "", "trường đạt mức độ 2": "",
	"số trường đạt chuẩn mức độ 1": "", "số trường đạt chuẩn mức độ 2": "",
})

// ranked stands between products and their stars.
var (
	ranked = phrases(map[string]string{"đạt": "", "từ": "", "đạt từ": "", "hạng": "", "xếp hạng": "", "đạt hạng": "",
		"được xếp hạng": "", "được xếp hạng từ": "", "đạt chuẩn": "", "được công nhận": "", "đạt tối thiểu": "",
		"được công nhận đạt": "", "được xếp hạng đạt": "", "được công nhận từ": "", "xếp hạng từ": ""})
	stars = phrases(map[string]string{"sao": "", "sao ocop": ""})
)

// ofSchools is what schools that are counted must reach.
var ofSchools = phrases(map[string]string{
	"đạt chuẩn": "", "đạt chuẩn quốc gia": "", "đạt mức độ 1": "", "đạt mức độ 2": "",
	"đạt chuẩn mức độ 1": "", "đạt chuẩn mức độ 2": "", "đạt chuẩn quốc gia mức độ 1": "",
	"đạt chuẩn quốc gia mức độ 2": "", "đạt csvc mức độ 1": "", "đạt csvc mức độ 2": "",
	"đạt chuẩn cơ sở vật chất mức độ 1": "", "đạt chuẩn cơ sở vật chất mức độ 2": "",
	"đạt tiêu chuẩn cơ sở vật chất mức độ 1": "", "đạt tiêu chuẩn cơ sở vật chất mức độ 2": "",
	"đạt chuẩn csvc mức độ 1": "", "đạt chuẩn csvc mức độ 2": "",
	"đạt chuẩn cơ sở vật chất": "", "đạt tiêu chuẩn cơ sở vật chất": "",
})

// working is what is asked of things that are counted.
var working = phrases(map[string]string{
	"hoạt động hiệu quả": "", "hoạt động có hiệu quả": "", "hoạt động hiệu quả, bền vững": "",
	"hoạt động có hiệu quả, bền vững": "", "hoạt động thường xuyên": "", "hoạt động thường xuyên, hiệu quả": "",
	"hiệu quả": "", "có hiệu quả": "", "đang hoạt động": "", "hoạt động tốt": "",
})

// scales are the units that stand before their number.
var scales = map[string]bool{"cấp độ": true, "mức độ": true, "cấp": true, "hạng": true, "bậc": true, "mức": true,
	"loại": true}

var scaleNames = phrases(map[string]string{"cấp độ": "cấp độ", "mức độ": "mức độ", "cấp": "cấp", "hạng": "hạng",
	"bậc": "bậc", "mức": "mức", "loại": "loại"})

// grades are words in an order.
var grades = phrases(map[string]string{
	"yếu": "yếu", "kém": "kém", "trung bình": "trung bình", "trung bình khá": "trung bình khá", "khá": "khá",
	"tốt": "tốt", "giỏi": "giỏi",
	"xuất sắc": "xuất sắc", "hoàn thành nhiệm vụ": "hoàn thành nhiệm vụ",
	"hoàn thành tốt nhiệm vụ":      "hoàn thành tốt nhiệm vụ",
	"hoàn thành xuất sắc nhiệm vụ": "hoàn thành xuất sắc nhiệm vụ",
})

// gradeLeads stand before a grade.
var gradeLeads = phrases(map[string]string{
	"loại": "", "xếp loại": "", "mức": "", "hạng": "", "đạt loại": "", "đạt mức": "", "đạt": "", "từ": "",
	"từ loại": "", "từ mức": "", "xếp loại từ": "",
	"đạt từ loại": "", "đạt từ mức": "", "được xếp loại": "", "đạt loại từ": "", "được đánh giá": "",
	"mức độ": "", "tối thiểu": "", "đạt từ": "",
})

// whole are cells that say one thing in so many words.
var whole = phrases(map[string]Reading{
	"đạt": {Kind: Word, Word: "đạt"}, "đạt chuẩn": {Kind: Word, Word: "đạt"},
	"đạt yêu cầu": {Kind: Word, Word: "đạt"}, "đạt (nếu có)": {Kind: Word, Word: "đạt"},
	"đạt nếu có": {Kind: Word, Word: "đạt"}, "đạt chuẩn (nếu có)": {Kind: Word, Word: "đạt"},
	"đạt theo quy định": {Kind: Word, Word: "đạt"}, "đạt chuẩn theo quy định": {Kind: Word, Word: "đạt"},
	"đạt yêu cầu theo quy định": {Kind: Word, Word: "đạt"},
	"có":                        {Kind: Word, Word: "có"},
	"không":                     {Kind: Word, Word: "không"}, "không có": {Kind: Word, Word: "không"},
	"không xảy ra": {Kind: Word, Word: "không"}, "không còn": {Kind: Word, Word: "không"},
	"không để xảy ra": {Kind: Word, Word: "không"}, "không phát sinh": {Kind: Word, Word: "không"},
	"không phát sinh mới": {Kind: Word, Word: "không"}, "không để phát sinh": {Kind: Word, Word: "không"},
	"đảm bảo": {Kind: Word, Word: "đạt"}, "bảo đảm": {Kind: Word, Word: "đạt"}, "đáp ứng": {Kind: Word, Word: "đạt"},
	"đáp ứng yêu cầu": {Kind: Word, Word: "đạt"}, "đảm bảo yêu cầu": {Kind: Word, Word: "đạt"},
	"bảo đảm theo quy định": {Kind: Word, Word: "đạt"}, "đảm bảo theo quy định": {Kind: Word, Word: "đạt"},
	"đáp ứng theo quy định": {Kind: Word, Word: "đạt"}, "đạt tiêu chuẩn": {Kind: Word, Word: "đạt"},
	"hoàn thành": {Kind: Word, Word: "đạt"}, "có, đạt yêu cầu": {Kind: Word, Word: "đạt"},
	"có và đạt yêu cầu": {Kind: Word, Word: "đạt"}, "thực hiện đạt yêu cầu": {Kind: Word, Word: "đạt"},
	"có, đạt chuẩn": {Kind: Word, Word: "đạt"}, "thực hiện theo quy định": {Kind: Word, Word: "đạt"},
	"đạt, có": {Kind: Word, Word: "đạt"}, "đúng quy định": {Kind: Word, Word: "đạt"},
	"theo đúng quy định": {Kind: Word, Word: "đạt"}, "đáp ứng tiêu chuẩn": {Kind: Word, Word: "đạt"},
	"không áp dụng": {Kind: NotApplied}, "không yêu cầu": {Kind: NotApplied},
	"không đánh giá": {Kind: NotApplied}, "không xét": {Kind: NotApplied}, "không quy định": {Kind: NotApplied},
	"không bắt buộc": {Kind: NotApplied}, "không xem xét": {Kind: NotApplied}, "miễn": {Kind: NotApplied},
	"không bắt buộc thực hiện": {Kind: NotApplied}, "không bắt buộc đạt": {Kind: NotApplied},
	"không bắt buộc áp dụng": {Kind: NotApplied}, "không yêu cầu thực hiện": {Kind: NotApplied},
	"không yêu cầu đạt": {Kind: NotApplied}, "không yêu cầu đánh giá": {Kind: NotApplied},
	"không phải đánh giá": {Kind: NotApplied}, "không phải thực hiện": {Kind: NotApplied},
	"không phải áp dụng": {Kind: NotApplied}, "không phải xét": {Kind: NotApplied},
	"không xét chỉ tiêu này": {Kind: NotApplied}, "không áp dụng chỉ tiêu này": {Kind: NotApplied},
	"không đánh giá chỉ tiêu này": {Kind: NotApplied}, "không xét đến": {Kind: NotApplied},
	"không thuộc đối tượng áp dụng": {Kind: NotApplied}, "không thuộc phạm vi áp dụng": {Kind: NotApplied},
	"không thuộc diện áp dụng": {Kind: NotApplied}, "không thuộc đối tượng đánh giá": {Kind: NotApplied},
	"được miễn": {Kind: NotApplied}, "miễn áp dụng": {Kind: NotApplied}, "miễn đánh giá": {Kind: NotApplied},
	"miễn xét": {Kind: NotApplied}, "miễn thực hiện": {Kind: NotApplied}, "chưa áp dụng": {Kind: NotApplied},
	"chưa yêu cầu": {Kind: NotApplied}, "chưa bắt buộc": {Kind: NotApplied}, "chưa đánh giá": {Kind: NotApplied},
	"chưa xét": {Kind: NotApplied}, "không đặt ra": {Kind: NotApplied}, "không tính": {Kind: NotApplied},
	"(không áp dụng)": {Kind: NotApplied}, "(không yêu cầu)": {Kind: NotApplied},
	"(không bắt buộc)": {Kind: NotApplied}, "(không đánh giá)": {Kind: NotApplied},
	"-": {Kind: None}, "- -": {Kind: None}, "- - -": {Kind: None},
})

// The words of "UBND cấp tỉnh quy định cụ thể", in their order: who, does, how.
var (
	handsOver = phrases(map[string]string{"do": "", "giao": "", "giao cho": "", "đạt theo": "", "theo": "",
		"thực hiện theo": "", "đạt": "", "đạt chuẩn theo": "", "đạt yêu cầu theo": "", "bảo đảm theo": "",
		"đảm bảo theo": ""})
	ruleOf = phrases(map[string]string{
		"quy định của": "", "quy định cụ thể của": "", "hướng dẫn của": "", "tiêu chuẩn của": "",
		"quy chuẩn của": "", "công bố của": "",
		"quyết định của": "", "quy định do": "",
	})
	provinces = phrases(map[string]string{
		"ubnd cấp tỉnh": "", "ubnd tỉnh": "", "ủy ban nhân dân cấp tỉnh": "", "ủy ban nhân dân tỉnh": "",
		"ủy ban nhân dân các tỉnh": "",
		"ubnd các tỉnh":            "", "ubnd tỉnh, thành phố": "", "ubnd các tỉnh, thành phố": "",
		"ubnd tỉnh, thành phố trực thuộc trung ương": "",
		"ủy ban nhân dân tỉnh, thành phố":            "", "ủy ban nhân dân các tỉnh, thành phố": "",
		"ubnd các tỉnh, thành phố trực thuộc trung ương":            "",
		"ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương": "",
		"ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương":     "",
		"ubnd thành phố": "", "ủy ban nhân dân thành phố": "", "cấp tỉnh": "", "hđnd cấp tỉnh": "", "hđnd tỉnh": "",
		"hội đồng nhân dân tỉnh":     "",
		"hội đồng nhân dân cấp tỉnh": "", "tỉnh": "",
		"địa phương": "",
	})
	sets = phrases(map[string]string{
		"quy định": "", "quy định cụ thể": "", "hướng dẫn": "", "hướng dẫn cụ thể": "", "ban hành": "",
		"công bố": "", "quy định chi tiết": "",
		"công bố cụ thể": "", "quy định, hướng dẫn": "", "quy định cụ thể mức đạt": "",
		"quy định mức cụ thể": "", "quyết định": "", "xác định": "", "quy định riêng": "", "ban hành quy định": "",
		"ban hành quy định riêng": "", "ban hành quy định cụ thể": "", "ban hành hướng dẫn": "",
		"cụ thể hóa": "", "quy định và công bố": "", "quy định cụ thể mức đạt chuẩn": "",
	})
	suiting = phrases(map[string]string{
		"phù hợp với điều kiện thực tế": "", "phù hợp với điều kiện thực tế của địa phương": "",
		"phù hợp với điều kiện thực tế tại địa phương": "",
		"phù hợp với tình hình thực tế":                "", "phù hợp với tình hình thực tế của địa phương": "",
		"phù hợp điều kiện thực tế": "",
		"theo điều kiện thực tế":    "", "theo điều kiện thực tế của địa phương": "", "theo điều kiện cụ thể": "",
		"cho phù hợp với điều kiện thực tế": "", "cho phù hợp với điều kiện thực tế của địa phương": "",
		"phù hợp với điều kiện của địa phương": "", "phù hợp với đặc điểm của địa phương": "",
		"tại văn bản riêng": "", "bằng văn bản riêng": "", "ở văn bản riêng": "", "theo văn bản riêng": "",
		"theo từng vùng": "", "theo từng khu vực": "", "theo từng năm": "", "theo từng địa bàn": "",
		"theo từng nhóm xã": "", "theo từng giai đoạn": "", "cho từng vùng": "", "cho từng khu vực": "",
		"cho từng năm": "", "cho từng địa bàn": "", "cho từng nhóm xã": "", "đối với từng khu vực": "",
		"đối với từng nhóm xã": "", "hằng năm": "", "hàng năm": "", "trên địa bàn": "", "trên địa bàn tỉnh": "",
	})
	ministries = phrases(map[string]string{
		"bộ nông nghiệp và môi trường":           "Bộ Nông nghiệp và Môi trường",
		"bộ nn&mt":                               "Bộ Nông nghiệp và Môi trường",
		"bộ nông nghiệp và phát triển nông thôn": "Bộ Nông nghiệp và Phát triển nông thôn",
		"bộ nn&ptnt":                             "Bộ Nông nghiệp và Phát triển nông thôn",
		"bộ nn và ptnt":                          "Bộ Nông nghiệp và Phát triển nông thôn",
		"bộ nông nghiệp & ptnt":                  "Bộ Nông nghiệp và Phát triển nông thôn",
		"bộ gd và đt":                            "Bộ Giáo dục và Đào tạo",
		"bộ vh,tt&dl":                            "Bộ Văn hóa, Thể thao và Du lịch",
		"bộ lđ-tbxh":                             "Bộ Lao động - Thương binh và Xã hội",
		"bộ lđtb&xh":                             "Bộ Lao động - Thương binh và Xã hội",
		"bộ nông nghiệp và ptnt":                 "Bộ Nông nghiệp và Phát triển nông thôn",
		"bộ giáo dục và đào tạo":                 "Bộ Giáo dục và Đào tạo",
		"bộ gd&đt":                               "Bộ Giáo dục và Đào tạo", "bộ gdđt": "Bộ Giáo dục và Đào tạo",
		"bộ y tế":               "Bộ Y tế",
		"bộ công thương":        "Bộ Công Thương",
		"bộ giao thông vận tải": "Bộ Giao thông vận tải", "bộ gtvt": "Bộ Giao thông vận tải",
		"bộ xây dựng": "Bộ Xây dựng", "bộ tư pháp": "Bộ Tư pháp",
		"bộ công an": "Bộ Công an", "bộ quốc phòng": "Bộ Quốc phòng", "bộ nội vụ": "Bộ Nội vụ",
		"bộ tài chính":          "Bộ Tài chính",
		"bộ kế hoạch và đầu tư": "Bộ Kế hoạch và Đầu tư", "bộ kh&đt": "Bộ Kế hoạch và Đầu tư",
		"bộ văn hóa, thể thao và du lịch": "Bộ Văn hóa, Thể thao và Du lịch",
		"bộ vhttdl":                    "Bộ Văn hóa, Thể thao và Du lịch",
		"bộ vhtt&dl":                   "Bộ Văn hóa, Thể thao và Du lịch",
		"bộ thông tin và truyền thông": "Bộ Thông tin và Truyền thông",
		"bộ tt&tt":                     "Bộ Thông tin và Truyền thông",
		"bộ khoa học và công nghệ":     "Bộ Khoa học và Công nghệ",
		"bộ kh&cn":                     "Bộ Khoa học và Công nghệ",
		"bộ lao động - thương binh và xã hội": "Bộ Lao động - Thương binh và Xã hội",
		"bộ lao động, thương binh và xã hội":  "Bộ Lao động - Thương binh và Xã hội",
		"bộ lđtbxh":                   "Bộ Lao động - Thương binh và Xã hội",
		"bộ lđ-tb&xh":                 "Bộ Lao động - Thương binh và Xã hội",
		"bộ tài nguyên và môi trường": "Bộ Tài nguyên và Môi trường", "bộ tn&mt": "Bộ Tài nguyên và Môi trường",
		"bộ dân tộc và tôn giáo": "Bộ Dân tộc và Tôn giáo", "ủy ban dân tộc": "Ủy ban Dân tộc",
		"các bộ, ngành": "các bộ, ngành",
		"bộ, ngành":     "bộ, ngành", "bộ, ngành trung ương": "bộ, ngành",
		"các bộ, ngành trung ương": "các bộ, ngành", "bộ chuyên ngành": "bộ chuyên ngành",
		"bộ, ngành liên quan": "bộ, ngành", "bộ quản lý ngành": "bộ quản lý ngành",
	})
)

// The words of parts, years and cases.
var (
	amongThem = phrases(map[string]string{"trong đó": "", "trong đó có": "", "trong đó:": "",
		"trong đó ít nhất": "≥", "trong đó tối thiểu": "≥"})
	sources = phrases(map[string]string{"từ": "", "nước sạch từ": "", "lấy từ": "", "sử dụng từ": "", "được": "",
		"qua": "", "có": "",
		"bằng": "", "sử dụng nước sạch từ": "", "sử dụng nước từ": "", "dùng nước từ": "",
		"hộ sử dụng nước sạch từ": "", "số hộ sử dụng nước sạch từ": "", "hộ dùng nước từ": ""})
	qualities = phrases(map[string]string{"cứng hóa": "", "được cứng hóa": "", "nhựa hóa": "", "được nhựa hóa": "",
		"bê tông hóa": "", "được bê tông hóa": "", "nhựa hóa hoặc bê tông hóa": "", "nhựa hóa, bê tông hóa": "",
		"đạt chuẩn": "", "mức độ 1": "", "mức độ 2": "", "đạt mức độ 1": "", "đạt mức độ 2": "",
		"đạt chuẩn mức độ 1": "", "đạt chuẩn mức độ 2": "", "đạt csvc mức độ 1": "", "đạt csvc mức độ 2": "",
		"đạt tiêu chuẩn cơ sở vật chất mức độ 1": "", "đạt tiêu chuẩn cơ sở vật chất mức độ 2": "",
		"số trường đạt csvc mức độ 1": "", "số trường đạt csvc mức độ 2": "",
		"đạt chuẩn cơ sở vật chất mức độ 1": "", "đạt chuẩn cơ sở vật chất mức độ 2": "",
		"số trường đạt mức độ 1": "", "số trường đạt mức độ 2": "", "lao động nữ": "", "nữ": "", "là nữ": "",
		"có bằng cấp, chứng chỉ": "", "có chứng chỉ": "", "tập trung": "", "nước tập trung": "",
		"nước sạch tập trung": "",
		"cấp nước tập trung":  "", "nước máy": "", "hệ thống tập trung": "", "công trình tập trung": "",
		"hệ thống cấp nước tập trung": "", "công trình cấp nước tập trung": "", "qua hệ thống tập trung": ""})
	forThem = phrases(map[string]string{"đối với": "", "với": "", "áp dụng đối với": "", "áp dụng cho": "",
		"riêng": "", "riêng đối với": "", "-": "", "+": ""})
	cases = phrases(withRegions(map[string]string{
		"xã đặc biệt khó khăn": "", "các xã đặc biệt khó khăn": "", "xã đbkk": "", "các xã còn lại": "",
		"xã còn lại": "", "các xã khác": "",
		"xã khu vực i": "", "xã khu vực ii": "", "xã khu vực iii": "", "xã thuộc khu vực i": "",
		"xã thuộc khu vực ii": "", "xã thuộc khu vực iii": "",
		"xã khu vực ii, iii": "", "xã nhóm 1": "", "xã nhóm 2": "", "xã nhóm 3": "", "xã miền núi": "",
		"xã đồng bằng": "", "xã đảo": "",
		"xã bãi ngang": "", "xã an toàn khu": "", "xã atk": "", "vùng đồng bằng": "", "vùng miền núi": "",
		"khu vực đồng bằng": "", "khu vực miền núi": "",
		"khu vực i": "", "khu vực ii": "", "khu vực iii": "", "khu vực 1": "", "khu vực 2": "", "khu vực 3": "",
		"xã khu vực 1": "", "xã khu vực 2": "", "xã khu vực 3": "", "xã thuộc khu vực 1": "",
		"xã thuộc khu vực 2": "", "xã thuộc khu vực 3": "", "các xã khu vực i": "", "các xã khu vực ii": "",
		"các xã khu vực iii": "", "các xã thuộc khu vực i": "", "các xã thuộc khu vực ii": "",
		"các xã thuộc khu vực iii": "", "nhóm 1": "", "nhóm 2": "", "nhóm 3": "", "các xã nhóm 1": "",
		"các xã nhóm 2": "", "các xã nhóm 3": "", "xã thuộc nhóm 1": "", "xã thuộc nhóm 2": "",
		"xã thuộc nhóm 3": "", "các xã miền núi": "", "các xã đồng bằng": "", "các xã đảo": "",
		"vùng còn lại": "", "các vùng còn lại": "", "các vùng khác": "", "các tỉnh còn lại": "",
	}))
	communeWith = phrases(map[string]string{"xã có": "", "xã có số trường": "", "nơi có": "", "đối với xã có": "",
		"các xã có":        "",
		"trường hợp xã có": "",
		"nếu xã có":        ""})
	comparisonsFrom = phrases(map[string]string{"từ": ""})
	upTo            = phrases(map[string]string{"đến": "", "-": "", "tới": ""})
	yearNamed       = phrases(map[string]string{"năm": ""})
)

// alarms are words that turn what stands beside them into another thing: a part whose
// words have one of them is for a person to read.
var alarms = phrases(map[string]string{
	"không": "", "chưa": "", "năm": "", "giai đoạn": "", "trừ": "", "ngoài": "", "nếu": "", "hoặc": "",
	"riêng": "", "miễn": "", "khi": "", "trường hợp": "", "trước": "", "sau": "", "ngoại trừ": "", "còn": "",
	"giảm": "", "tăng": "", "thêm": "", "gấp": "", "so với": "", "trừ trường hợp": "", "nhưng": "",
	"miền núi": "", "hải đảo": "", "vùng khó khăn": "", "đbkk": "", "phấn đấu": "", "mục tiêu": "", "hiện tại": "",
	"đối với": "", "áp dụng": "", "các xã": "", "thôn đbkk": "", "thôn đặc biệt khó khăn": "",
})
