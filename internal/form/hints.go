package form

import "ntm/internal/problem"

// What to do where a command is meant, to who types commands.
const (
	hintHeads      = "đặt lại đầu cột như biểu mẫu do ntm template ghi ra"
	hintColumns    = "đừng xóa hay đổi tên cột; chép số liệu sang biểu mẫu mới do ntm template ghi ra"
	hintOwnFigures = "đọc với bộ tiêu chí riêng đã dùng để lập biểu mẫu: thêm --criteria THƯ_MỤC, hoặc đặt " +
		"biến NTM_CRITERIA"
	hintNames     = "dùng biểu mẫu do ntm template ghi ra; đừng xóa cột tên số liệu"
	hintSorted    = "chép kết quả sang biểu mẫu mới do ntm template ghi ra; nếu sắp xếp thì chọn cả bảng"
	hintParts     = "dùng phiếu do ntm template --split ghi ra; đừng xóa cột tên số liệu"
	hintOwnColumn = "cột của bộ tiêu chí riêng thì thêm --criteria THƯ_MỤC, hoặc đặt biến NTM_CRITERIA"
	hintYear      = "ghi ở cột \"Năm xét\", hoặc thêm --year, ví dụ: --year 2023"
	hintTraits    = "ghi như ở tờ Hướng dẫn của bảng trống (ntm template --wide), cách nhau bằng dấu chấm phẩy"
)

// pressed is what each of them says on a page of the window.
var pressed = map[string]string{
	hintHeads:   "đặt lại đầu cột như biểu mẫu lấy ở trang Tệp",
	hintColumns: "đừng xóa hay đổi tên cột; chép số liệu sang biểu mẫu mới lấy ở trang Tệp",
	hintOwnFigures: "mở cửa sổ với thư mục bộ tiêu chí riêng đã dùng để lập biểu mẫu, hoặc lấy biểu mẫu mới " +
		"ở trang Tệp",
	hintNames:     "dùng biểu mẫu lấy ở trang Tệp; đừng xóa cột tên số liệu",
	hintSorted:    "chép kết quả sang biểu mẫu mới lấy ở trang Tệp; nếu sắp xếp thì chọn cả bảng",
	hintParts:     "dùng phiếu lấy ở trang Tệp; đừng xóa cột tên số liệu",
	hintOwnColumn: "cột của bộ tiêu chí riêng thì mở cửa sổ với thư mục bộ tiêu chí ấy",
	hintYear:      "ghi ở cột \"Năm xét\"",
	hintTraits:    "ghi như ở tờ Hướng dẫn của bảng trống, cách nhau bằng dấu chấm phẩy",
}

// hinted is a problem at a position, which says on a page what to press.
func hinted(at problem.Pos, message, hint string) problem.Problem {
	p := at.Problem(message, hint)
	if page, is := pressed[hint]; is {
		p.Page = problem.Press(page)
	}
	return p
}
