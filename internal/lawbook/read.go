package lawbook

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/xlsx/read"
)

// maxFile is what a workbook of this kind may have: it has a few hundred KB.
const maxFile = 16 << 20

// mostCells is how many a sheet of the law may have: the largest has 12,000.
const mostCells = 200_000

// Read reads back a workbook that an office filled in, named file in messages.
// The library must hold the office's earlier packs, over which the new ones
// will lie. The error is a problem.List: everything that is half filled in,
// damaged or ambiguous, with its sheet and cell; or by their names where named
// gives them: of a workbook that was filled in for who has not seen it.
func Read(ctx context.Context, file string, r io.Reader, lib *criteria.Library, named Naming) (*Filled, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, problem.List{{File: file, Message: "không đọc được tệp này",
			Hint: "đóng tệp ở chương trình khác (Excel) rồi thử lại"}}
	}
	if len(data) > maxFile {
		return nil, problem.List{{File: file, Message: fmt.Sprintf("tệp quá lớn: hơn %d MB", maxFile>>20),
			Hint: "bảng đối chiếu chỉ vài trăm KB; kiểm tra xem có chọn nhầm tệp không"}}
	}
	book, err := read.Read(ctx, file, bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, problem.Of(err)
	}
	book.Most(mostCells)
	var problems problem.List
	filled := readSheets(file, book, lib, named, &problems)
	if len(problems) > 0 {
		return nil, problem.In(file, problems)
	}
	return filled, nil
}
