package lawbook

import (
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
	"ntm/criteria"
	"ntm/internal/problem"
)

// Read reads back a workbook that an office filled in, named file in messages.
// The library must hold the office's earlier packs, over which the new ones
// will lie. The error is a problem.List: everything that is half filled in,
// damaged or ambiguous, with its sheet and cell.
func Read(file string, r io.Reader, lib *criteria.Library) (filled *Filled, err error) {
	// The reader of workbooks panics on some damaged files.
	defer func() {
		if caught := recover(); caught != nil {
			filled, err = nil, damaged(file)
		}
	}()
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, problem.List{{File: file, Message: "không đọc được tệp này", Hint: "đóng tệp ở chương trình khác (Excel) rồi thử lại"}}
	}
	if len(data) > maxFile {
		return nil, problem.List{{File: file, Message: fmt.Sprintf("tệp quá lớn: hơn %d MB", maxFile>>20), Hint: "bảng đối chiếu chỉ vài trăm KB; kiểm tra xem có chọn nhầm tệp không"}}
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip})
	if err != nil {
		return nil, damaged(file)
	}
	defer book.Close() //nolint:errcheck // opened for reading: nothing is lost
	var problems problem.List
	filled = readSheets(file, book, lib, &problems)
	if len(problems) > 0 {
		return nil, problem.In(file, problems)
	}
	return filled, nil
}

func damaged(file string) problem.List {
	return problem.List{{File: file, Message: "không phải tệp Excel .xlsx, hoặc tệp đã hỏng hay có mật khẩu",
		Hint: "mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu .xlsx, bỏ mật khẩu, rồi thử lại"}}
}
