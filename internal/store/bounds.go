package store

import (
	"context"
	"fmt"
	"os"
	"slices"

	"ntm/internal/problem"
)

// What a file that somebody handed over may hold: many times what the whole country
// writes in ten years, and little enough for a disk and a memory.
const (
	mostOfFile    = 4 << 30  // bytes of the file
	mostOfText    = 16 << 20 // bytes of one text of a row
	mostOfPacked  = 16 << 20 // bytes of a packed document
	mostUnpacked  = 64 << 20 // bytes that a document unzips to
	mostUnzipped  = 256 << 20
	unzippedTimes = 100 // of what is packed, above mostUnzipped: bytes that all documents unzip to
)

// bounded refuses a file that is too large, whose pages are not a tree (one page that
// is named a thousand times is a thousand pages when it is copied), or in which a text
// is longer than any that we write. It costs no more than reading the file once.
func (f *sqliteFile) bounded(ctx context.Context, on querier) error {
	tooMuch := func(what string) error {
		return problem.Problem{File: f.path, Message: "tệp này lớn quá mức của một kho dữ liệu: " + what,
			Hint: "không dùng tệp này; xin nơi gửi ghi lại bằng ntm bundle hoặc ntm backup"}
	}
	info, err := os.Stat(f.path)
	if err != nil {
		return err
	}
	if info.Size() > mostOfFile {
		return tooMuch(fmt.Sprintf("%d MB, nhận nhiều nhất %d MB", info.Size()>>20, mostOfFile>>20))
	}
	said, err := columnOf[string](ctx, on, "PRAGMA quick_check(1)")
	if err != nil {
		return err
	}
	if len(said) != 1 || said[0] != "ok" {
		return problem.Problem{File: f.path, Message: "tệp này không phải kho dữ liệu của ntm, hoặc đã hỏng",
			Hint: "xin nơi gửi ghi lại tệp; kho của mình thì khôi phục từ bản sao lưu khác bằng ntm restore"}
	}
	for _, t := range slices.Concat([]*table{eventsTable, documentsTable}, stateTables, workingTables) {
		most := mostOfText
		if t == documentsTable {
			most = mostOfPacked
		}
		there, err := columnOf[string](ctx, on, "SELECT name FROM pragma_table_info($1)", t.name)
		if err != nil {
			return err
		}
		for _, column := range t.columns {
			if !slices.Contains(there, column) { // in a table of an earlier structure
				continue
			}
			found, err := columnOf[int64](ctx, on,
				fmt.Sprintf("SELECT rowid FROM %s WHERE octet_length(%s) > $1 LIMIT 1", t.name, column), most)
			if err != nil {
				return err
			}
			if len(found) > 0 {
				return tooMuch(fmt.Sprintf("bảng %s, dòng thứ %d, cột %s dài hơn %d MB", t.name, found[0], column,
					most>>20))
			}
		}
	}
	return nil
}
