package read

import (
	"errors"
	"slices"

	"ntm/internal/problem"
)

// saveAs is what makes nearly every file readable.
const saveAs = "mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi thử lại"

// What is not a workbook that can be read, and what to do about it.
var (
	errDirectory = problem.Problem{Message: "đây là một thư mục, không phải tệp",
		Hint: "chỉ ra một tệp .xlsx hoặc .csv trong thư mục này"}
	errNotFile = problem.Problem{Message: "đây không phải là một tệp thường", Hint: "chỉ ra một tệp .xlsx hoặc .csv"}
	errEmpty   = problem.Problem{Message: "tệp trống, không có gì bên trong",
		Hint: "chép lại hoặc tải lại tệp; có thể lần trước bị ngắt giữa chừng"}
	errTooLarge = problem.Problem{Message: "tệp quá lớn: hơn 64 MB",
		Hint: "kiểm tra xem có chọn nhầm tệp không; xóa hình ảnh trong tệp, hoặc chia thành nhiều tệp"}
	errDamaged = problem.Problem{Message: "tệp Excel này đã hỏng hoặc bị cắt ngắn",
		Hint: "chép lại hoặc tải lại tệp; nếu vẫn vậy, " + saveAs}
	errLocked = problem.Problem{Message: "tệp này có mật khẩu", Hint: "mở tệp, bỏ mật khẩu, lưu lại rồi thử lại"}
	errPacked = problem.Problem{Message: "tệp Excel này được nén theo cách mà chương trình không đọc được",
		Hint: saveAs}
	errLetters = problem.Problem{Message: "tệp Excel này ghi chữ theo bảng mã mà chương trình không đọc được",
		Hint: saveAs}
	errForeign = problem.Problem{Message: "đây không phải là tệp Excel .xlsx hay tệp CSV",
		Hint: "kiểm tra xem có chọn nhầm tệp không; nếu Excel mở được tệp này: " + saveAs}
	errOld = problem.Problem{Message: "đây là tệp Excel kiểu cũ (.xls), hoặc tệp .xlsx có mật khẩu",
		Hint: "mở tệp bằng Excel, bỏ mật khẩu nếu có, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi " +
			"thử lại"}
	errWebPage = problem.Problem{Message: "đây là một trang web hoặc tệp XML được đặt tên như tệp Excel",
		Hint: saveAs}
	errMacros = problem.Problem{Message: "tệp có macro (.xlsm); vì an toàn, tệp có macro không được đọc",
		Hint: saveAs}
	errBinary  = problem.Problem{Message: "đây là tệp Excel kiểu nhị phân (.xlsb)", Hint: saveAs}
	errOpenDoc = problem.Problem{Message: "đây là tệp OpenDocument (.ods, .odt), không phải .xlsx",
		Hint: "mở tệp bằng LibreOffice hoặc Excel, chọn Lưu thành (Save As), kiểu .xlsx, rồi thử lại"}
	errWord = problem.Problem{Message: "đây là tệp Word (.docx), không phải bảng tính",
		Hint: "chép bảng trong tệp sang Excel, lưu thành .xlsx, rồi thử lại"}
	errSlides = problem.Problem{Message: "đây là tệp trình chiếu (.pptx), không phải bảng tính",
		Hint: "chép bảng trong tệp sang Excel, lưu thành .xlsx, rồi thử lại"}
	errNoSheet  = problem.Problem{Message: "tệp không có trang tính nào", Hint: "kiểm tra xem có chọn nhầm tệp không"}
	errEncoding = problem.Problem{Message: "chữ trong tệp này không ghi theo bảng mã UTF-8",
		Hint: `mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu "CSV UTF-8", rồi thử lại`}

	errUnzipped = problem.Problem{Message: "tệp chứa quá nhiều dữ liệu: hơn 192 MB sau khi giải nén", Hint: tooMuch}
	errParts    = problem.Problem{Message: "tệp chứa quá nhiều phần: hơn 10.000", Hint: tooMuch}
	errSheets   = problem.Problem{Message: "tệp có quá nhiều trang tính: hơn 200", Hint: "chia thành nhiều tệp"}
	errStrings  = problem.Problem{Message: "tệp chứa quá nhiều chữ: hơn 2 triệu ô chữ khác nhau, hoặc hơn 32 MB",
		Hint: tooMuch}
	errStyles = problem.Problem{Message: "tệp có quá nhiều kiểu ô: hơn 100.000",
		Hint: "chép số liệu sang một tệp mới (dán giá trị), rồi thử lại"}
	errIdle  = problem.Problem{Message: "tệp có quá nhiều dữ liệu không thuộc ô nào của bảng tính", Hint: tooMuch}
	errToken = problem.Problem{Message: "tệp có một đoạn chữ dài bất thường: hơn 4 MB", Hint: tooMuch}
	errRows  = problem.Problem{Message: "trang tính có quá nhiều dòng: hơn 200.000 dòng có chữ hoặc số",
		Hint: tooMuch}
	errColumns = problem.Problem{Message: "trang tính có quá nhiều cột: ô này đứng sau cột thứ 2.000",
		Hint: "xóa những gì nằm ngoài bảng, hoặc chia thành nhiều trang tính"}
	errCells  = problem.Problem{Message: "trang tính có quá nhiều ô: hơn 3 triệu", Hint: tooMuch}
	errKind   = problem.Problem{Message: "trang tính có quá nhiều ô, nhiều hơn hẳn loại tệp này", Hint: tooMuch}
	errMerged = problem.Problem{Message: "trang tính có quá nhiều ô gộp",
		Hint: "bỏ gộp ô (Unmerge Cells), rồi thử lại"}
	errLong = problem.Problem{Message: "ô này có hơn 32.767 ký tự", Hint: "rút ngắn nội dung của ô"}
)

const tooMuch = "kiểm tra xem có chọn nhầm tệp không; nếu không, chia thành nhiều tệp"

// IsOther tells the error of a workbook in a format that is not read here though another
// program may turn it into one that is: .xls, .xlsb and .ods.
func IsOther(err error) bool {
	var p problem.Problem
	return errors.As(err, &p) && slices.Contains([]string{errOld.Message, errBinary.Message, errOpenDoc.Message},
		p.Message)
}

// errCell is a cell that the file itself contradicts.
func errCell(cell, message string) error {
	return problem.Problem{Cell: cell, Message: message, Hint: saveAs}
}

// wrong is a problem with its file; any other error, of the archive or its XML,
// says only that the file is damaged.
func (b *Book) wrong(err error) error {
	if err == nil {
		return nil
	}
	if ended := b.ctx.Err(); ended != nil {
		return ended
	}
	p := problem.As(err, errDamaged)
	p.File = b.File
	return p
}

// wrong is the same with the sheet.
func (s *Sheet) wrong(err error) error {
	err = s.book.wrong(err)
	var p problem.Problem
	if errors.As(err, &p) {
		p.Sheet = s.Name
		return p
	}
	return err
}
