package docx

import "ntm/internal/problem"

// What a file may hold. The longest decisions have 2 MB of text in XML; what is larger
// is a mistake or an attack, and is refused before it fills the memory.
const (
	maxFile       = 64 << 20  // bytes
	maxPart       = 64 << 20  // bytes of one part, counted as they come out
	maxUnzipped   = 128 << 20 // bytes of all parts that are read
	maxEntries    = 4_096     // files in the archive
	maxDepth      = 200       // elements within each other; Word's own stay under 60
	maxElements   = 2_000_000 // of one part; 5 MB of Word's XML has 100,000
	maxParagraphs = 200_000   // with text
	maxStyles     = 10_000    // styles, and lists
	maxFilled     = 64 << 20  // bytes of all parts of a template once it is filled
)

const tooMuch = "kiểm tra xem có chọn nhầm tệp không; nếu không, chép riêng phụ lục sang một tệp Word mới rồi thử lại"

const saveAs = "mở tệp bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx), rồi thử lại"

var (
	errEmpty   = problem.Problem{Message: "tệp trống, không có gì bên trong", Hint: "chép lại hoặc tải lại tệp"}
	errLarge   = problem.Problem{Message: "tệp quá lớn: hơn 64 MB", Hint: tooMuch}
	errDamaged = problem.Problem{Message: "tệp Word này đã hỏng hoặc bị cắt ngắn",
		Hint: "chép lại hoặc tải lại tệp; nếu vẫn vậy, " + saveAs}
	errTwice = problem.Problem{Message: "tệp Word này có hai phần cùng tên, không rõ phần nào là thật",
		Hint: saveAs}
	errNotWord = problem.Problem{Message: "đây không phải là tệp Word .docx",
		Hint: "kiểm tra xem có chọn nhầm tệp không; nếu Word mở được tệp này: " + saveAs}
	errEntries = problem.Problem{Message: "tệp chứa quá nhiều phần: hơn 4.096", Hint: tooMuch}
	errPart    = problem.Problem{Message: "tệp chứa quá nhiều dữ liệu: một phần hơn 64 MB sau khi giải nén",
		Hint: tooMuch}
	errUnzipped = problem.Problem{Message: "tệp chứa quá nhiều dữ liệu: hơn 128 MB sau khi giải nén", Hint: tooMuch}
	errDepth    = problem.Problem{Message: "tệp lồng quá sâu: hơn 200 lớp", Hint: tooMuch}
	errElements = problem.Problem{Message: "tệp chứa quá nhiều dữ liệu: một phần có hơn 2 triệu phần tử",
		Hint: tooMuch}
	errParagraphs = problem.Problem{Message: "tệp có quá nhiều đoạn: hơn 200.000", Hint: tooMuch}
	errFilled     = problem.Problem{Message: "văn bản điền từ mẫu này quá lớn: hơn 64 MB",
		Hint: "bớt các hàng và đoạn lặp lại trong mẫu"}
	errStyles  = problem.Problem{Message: "tệp có quá nhiều kiểu chữ hoặc danh sách: hơn 10.000", Hint: tooMuch}
	errDoctype = problem.Problem{Message: "tệp có khai báo DOCTYPE, thứ mà Word không bao giờ ghi; vì an " +
		"toàn, tệp không được đọc", Hint: saveAs}
)
