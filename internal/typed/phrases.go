package typed

import (
	"slices"
	"strings"
	"sync"

	"ntm/internal/vi"
)

// The grammar of what is written around a figure, as data. A phrase is compared word by
// word, without case and diacritics; commas between its words are passed over. The longest
// phrase that fits is taken, and a word that is in none leaves the whole cell unread.

// boundWords are what stands before a number that is not the one meant.
var boundWords = phrasesOf(map[Bound]string{
	MoreThan: `trên; hơn; quá; vượt; vượt trên; vượt quá; vượt hơn; vượt mức; vượt ngưỡng; trên mức; trên ngưỡng;
		hơn mức; cao hơn; nhiều hơn; lớn hơn; >`,
	AtLeast: `từ; từ đủ; ít nhất; ít nhất là; tối thiểu; tối thiểu là; không dưới; không thấp hơn; không ít hơn;
		không nhỏ hơn; không kém; lớn hơn hoặc bằng; cao hơn hoặc bằng; bằng hoặc cao hơn; bằng hoặc lớn hơn;
		bằng hoặc hơn; từ mức; không dưới mức; đạt ít nhất; đạt tối thiểu; tối thiểu đạt; ít ra; ≥; >=; =>`,
	LessThan: `dưới; gần; gần đạt; gần tới; chưa đến; chưa tới; chưa đầy; thấp hơn; ít hơn; nhỏ hơn; xấp xỉ dưới;
		gần đến; gần được; chưa đạt; không đến; không tới; không đầy; dưới mức; dưới ngưỡng; thấp hơn mức; ngót;
		ngót nghét; suýt; suýt soát; <`,
	AtMost: `không quá; không vượt quá; không vượt; không trên; không hơn; không cao hơn; không nhiều hơn;
		không lớn hơn; tối đa; tối đa là; nhiều nhất; nhiều nhất là; cao nhất là; nhỏ hơn hoặc bằng;
		bằng hoặc thấp hơn; bằng hoặc nhỏ hơn; bằng hoặc ít hơn; thấp hơn hoặc bằng; ít hơn hoặc bằng;
		không vượt mức; không vượt ngưỡng; không quá mức; không quá ngưỡng; cao nhất; ≤; <=; =<`,
	About: `khoảng; khoảng chừng; chừng; xấp xỉ; xấp xỉ đạt; ước; ước đạt; ước tính; ước khoảng; ước thực hiện;
		ước còn; ước có; ước cả năm; ước cả năm đạt; ước cuối năm; ước hết năm; tầm; độ; cỡ; trên dưới; hơn kém;
		gần bằng; gần như; xấp xỉ bằng; xấp xỉ khoảng; vào khoảng; áng chừng; phỏng chừng; ước chừng; chừng khoảng;
		khoảng độ; khoảng tầm; dự kiến; dự kiến đạt; dự ước; tạm tính; tạm ước; sơ bộ; ước sơ bộ; ~; ≈; ≃; ±`,
})

// boundTails are what stands behind one.
var boundTails = phrasesOf(map[Bound]string{
	AtLeast: `trở lên; trở đi; đổ lên; +; hoặc hơn; hoặc cao hơn; hoặc nhiều hơn`,
	AtMost:  `trở xuống; trở lại; đổ lại; đổ xuống; là cùng; hoặc thấp hơn; hoặc ít hơn`,
	About:   `ước đạt; ước tính; tạm tính; ước thực hiện; ước cả năm; ước; ước lượng`,
})

// leads may stand before a number and change nothing. A change is no figure: "tăng 5 %" is
// not among them, nor what is planned.
var leads = phrases(`đạt; là; có; bằng; chiếm; được; gồm; đạt tỷ lệ; chiếm tỷ lệ; tỷ lệ; tỷ lệ đạt; tỷ lệ là;
	đạt mức; ở mức; còn; chỉ còn; hiện còn; hiện có; đã có; đã đạt; giảm còn; giảm xuống còn; đã giảm còn;
	hạ xuống còn; tăng lên; nâng lên; đạt bình quân; bình quân; bình quân đạt; bình quân đầu người;
	bình quân đầu người đạt; tổng số; tổng cộng; tổng; toàn xã; toàn xã có; toàn xã đạt; cả xã; xã có; xã đạt;
	đến nay; đến nay đạt; đến nay có; đến nay còn; đến nay đã; đến nay đã đạt; hiện nay; hiện nay đạt; hiện nay có;
	hiện nay còn; hiện; hiện tại; hiện đạt; tính đến nay; đến thời điểm này; đến thời điểm hiện nay;
	đến thời điểm hiện tại; duy trì; duy trì ở mức; duy trì mức; thực hiện; thực hiện đạt; thực hiện được; kết quả;
	kết quả đạt; đạt được; chỉ; chỉ có; chỉ đạt; mới đạt; mới chỉ đạt; đã; huy động; huy động được; đã huy động;
	đóng góp; đã đóng góp; hiến; đã hiến; ủng hộ; tương đương; tương ứng; tức; tổng số tiền; trị giá; với; số; =;
	thu nhập; thu nhập bình quân; thu nhập bình quân đạt; thu nhập bình quân đầu người;
	thu nhập bình quân đầu người đạt`)

// givers may stand before what a source of capital gave.
var givers = phrases(`hỗ trợ; đã hỗ trợ; tài trợ; đã tài trợ; bố trí; đã bố trí; phân bổ; cấp; đã cấp; góp; góp được;
	đã góp; đóng góp được; tham gia đóng góp; tham gia góp; hiến tặng; đã hiến tặng; tự nguyện hiến;
	đã tự nguyện hiến; tự nguyện đóng góp; vốn; kinh phí; nguồn vốn; số vốn; số tiền; vận động được; vận động;
	huy động từ; nguồn; từ nguồn; đầu tư; đã đầu tư; giải ngân`)

// shareNouns are what a share may say it is one of, or a count that it counts.
var shareNouns = phrases(nouns)

const nouns = `dân số; số dân; người dân; dân; nhân khẩu; khẩu; hộ; số hộ; hộ dân; số hộ dân; hộ gia đình;
	số hộ gia đình; người; số người; thôn; số thôn; thôn bản; số thôn bản; bản; ấp; xóm; trường; số trường;
	trường học; số trường học; cơ sở; số cơ sở; học sinh; số học sinh; trẻ; trẻ em; số trẻ em; lao động; số lao động;
	người lao động; diện tích; số km; km; chiều dài; công trình; số công trình; sản phẩm; số sản phẩm; thuê bao;
	vụ việc; số vụ việc; ha; tấn; khối lượng; phiếu; số phiếu; hộ được lấy ý kiến; hộ lấy ý kiến;
	số hộ được lấy ý kiến; tuyến đường; số tuyến đường; hợp tác xã; doanh nghiệp`

// wholes may stand before a noun, places behind it.
var (
	wholes = phrases(`tổng; tổng số; trên tổng số; trong tổng số; của tổng số; toàn bộ; so với tổng số; /`)
	places = phrases(`toàn xã; cả xã; của xã; trong xã; xã; trên địa bàn; trên địa bàn xã; địa bàn xã; tham gia;
		đạt chuẩn; đạt tiêu chuẩn; đạt yêu cầu; bảo đảm; đảm bảo; hoàn thành; thực hiện; hài lòng; trong năm; cả năm;
		theo chuẩn nghèo đa chiều; theo chuẩn; trong toàn xã; của toàn xã; đạt; ổn định; hiện nay; mỗi năm; một năm;
		được lấy ý kiến; lấy ý kiến; tham gia lấy ý kiến`)
	// outOf stands between the two counts of a rate, as a stroke does.
	outOf = phrases(`trên tổng số; trong tổng số; trên tổng; trong tổng; /; ⁄; ∕; / tổng số; / tổng; so với tổng số;
		trong số; trên; trong; của tổng số; của`)
)

// unitTails may stand behind a number of the unit and change nothing.
var unitTails = map[string]table{
	"nhà": phrases(`tạm; tạm dột nát; ở tạm; ở tạm dột nát; tạm bợ; dột nát; tạm nhà dột nát; tạm và nhà dột nát;
		tạm bợ dột nát; nhà tạm; nhà tạm dột nát; nhà dột nát; nhà tạm nhà dột nát; hộ nhà tạm; ở nhà tạm;
		hộ ở nhà tạm; nhà tạm bợ; nhà tạm bợ dột nát; nhà ở tạm; nhà ở tạm bợ; nhà ở dột nát; nhà ở tạm dột nát`),
	"sản phẩm": phrases(`ocop; ocop 3 sao; ocop 4 sao; ocop 5 sao; ocop đạt 3 sao; ocop đạt 4 sao; ocop đạt 5 sao;
		ocop hạng 3 sao; ocop hạng 4 sao; ocop 3 sao trở lên; ocop từ 3 sao trở lên; ocop đạt 3 sao trở lên;
		ocop đạt từ 3 sao trở lên; ocop đạt chuẩn; ocop cấp tỉnh; ocop được công nhận; đạt 3 sao; đạt 4 sao;
		đạt ocop; đạt ocop 3 sao; đạt ocop 4 sao; đạt chuẩn ocop; đạt chuẩn ocop 3 sao; 3 sao; 4 sao;
		được công nhận ocop; được công nhận ocop 3 sao; ocop được công nhận 3 sao`),
	"hợp tác xã": phrases(`nông nghiệp; dịch vụ nông nghiệp; dịch vụ; dvnn; nn; hoạt động hiệu quả;
		hoạt động có hiệu quả; nông nghiệp hoạt động hiệu quả`),
	"m2": phrases(`đất; đất ở; đất vườn; đất các loại; đất thổ cư; đất nông nghiệp; đất làm đường; đất để làm đường;
		đất mở đường; đất mở rộng đường; đất để mở rộng đường; đất làm đường giao thông; đất để làm đường giao thông;
		đất xây dựng nhà văn hóa; đất xây nhà văn hóa; đất xây dựng công trình; đất vườn tạp; đất trồng lúa;
		đất ruộng; đất lúa; đất màu; đất hoa màu; đất ao; đất rừng; đất đồi; đất trồng cây; đất trồng cây lâu năm;
		đất trồng cây hằng năm; đất canh tác; đất sản xuất; đất nuôi trồng thủy sản; đất mặt đường; đất ven đường;
		đất xây dựng trường học; đất xây dựng nhà văn hóa thôn; ruộng; vườn; ao`),
	"ha":        phrases(`đất; đất các loại; đất nông nghiệp; đất ở; đất vườn; đất lúa; đất rừng; diện tích`),
	"ngày công": phrases(`lao động; lao động công ích; các loại`),
	"km":        phrases(`đường; đường giao thông; kênh mương; kênh`),
	Money.Unit:  phrases(`tiền mặt; vốn`),
}

// noneWords say that there is none of what is counted, noneTails that there is none of it at
// all.
var (
	noneWords = phrases(`không; không có; không còn; không còn có; hiện không còn; hiện không có; hết; đã hết;
		đã không còn; không phát sinh; không xảy ra; xã không còn; xã không có; toàn xã không còn; xóa hết; xóa xong;
		đã xóa hết; đã xóa xong; đã xóa bỏ hết`)
	// notYet say so only of what they name: "chưa có" alone may mean that nobody knows.
	notYet = phrases(`chưa có; chưa phát sinh; chưa xảy ra; chưa để xảy ra; hiện chưa có; xã chưa có;
		toàn xã chưa có; đến nay chưa có; chưa xây dựng được; chưa phát triển được`)
	// debts are what there is none of where money is owed.
	debts = phrases(`nợ; nợ đọng; nợ xây dựng cơ bản; nợ đọng xây dựng cơ bản; nợ đọng xdcb;
		nợ đọng trong xây dựng cơ bản; nợ xdcb; còn nợ; phát sinh nợ đọng; phát sinh nợ`)
	// paid are what says so of a debt.
	paid = phrases(`đã trả hết nợ; đã trả xong nợ; trả hết nợ; đã thanh toán hết; đã thanh toán xong;
		đã thanh toán đủ; đã trả hết; đã trả xong; đã xử lý xong nợ; đã xử lý dứt điểm`)
	// nearly stands before these where a few may be left.
	nearly    = phrases(`cơ bản; về cơ bản; cơ bản đã; hầu như; gần như; hầu như đã; gần như đã; hầu hết; đa số`)
	noneTails = phrases(`nào; gì; tồn tại; trên địa bàn; trên địa bàn xã; toàn xã`)
)

// ends say of a year that the figure is of its end.
var ends = phrases(`năm; cuối năm; đến cuối năm; hết năm; đến hết năm; đến năm; tính đến năm; tính đến hết năm;
	tính đến cuối năm; số liệu năm; số năm; trong năm; của năm; kết quả năm; thời điểm năm; tính đến; tính đến ngày;
	đến; đến ngày; thời điểm`)

// shortened are words that are written by their first letters.
var shortened = strings.NewReplacer("CTRSH", "chất thải rắn sinh hoạt", "CTR", "chất thải rắn", "RTSH",
	"chất thải rắn sinh hoạt", "rác thải", "chất thải rắn", "Rác thải", "chất thải rắn", "phân loại rác",
	"phân loại chất thải rắn", "NLĐ", "người lao động", "LĐ", "lao động", "BVMT", "bảo vệ môi trường", "GĐVH",
	"gia đình văn hóa", "TTHC", "thủ tục hành chính", "KCB", "khám chữa bệnh", "SDD", "suy dinh dưỡng", "THPT",
	"trung học phổ thông", "GDTX", "giáo dục thường xuyên", "XDCB", "xây dựng cơ bản", "xdcb", "xây dựng cơ bản",
	"đảm bảo", "bảo đảm", "hợp VS", "hợp vệ sinh", "BHYT", "bảo hiểm y tế", "bhyt", "bảo hiểm y tế", "NVH",
	"nhà văn hóa",
	"CSVC", "cơ sở vật chất", "THCS", "trung học cơ sở", "HVS", "hợp vệ sinh", "ATTP", "an toàn thực phẩm",
	"NSNN", "ngân sách nhà nước")

// phrase is one way of saying something, by its words and as they are spelt.
type phrase struct {
	words, spelt []string
	means        string
}

// table is phrases by their first word, the longest first.
type table func() map[string][]phrase

// phrases makes a table of a list that says one thing.
func phrases(list string) table { return phrasesOf(map[string]string{"": list}) }

// phrasesOf makes a table of lists whose phrases semicolons part. It is made when it is
// first asked: most cells hold a bare number.
func phrasesOf[T ~string](lists map[T]string) table {
	return sync.OnceValue(func() map[string][]phrase {
		out := map[string][]phrase{}
		for means, list := range lists {
			for text := range strings.SplitSeq(list, ";") {
				spelt, words := strings.Fields(text), strings.Fields(vi.Fold(text))
				out[words[0]] = append(out[words[0]], phrase{words, spelt, string(means)})
			}
		}
		for _, list := range out {
			slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
		}
		return out
	})
}
