package office

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"ntm/internal/evidence"
	"ntm/internal/problem"
	"ntm/internal/proof"
)

// Verify holds the dossier in a file against its seal.
func Verify(file string) (*proof.Check, error) {
	data, err := readAll(file)
	if err != nil {
		return nil, err
	}
	book, err := proof.Open(file, data)
	if err != nil {
		return nil, err
	}
	defer book.Close() //nolint:errcheck // opened for reading: nothing is lost
	return book.Verify()
}

// VerifyEvidence looks also for the files that a dossier lists, below a folder.
func VerifyEvidence(ctx context.Context, check *proof.Check, folder string) error {
	paths := make([]string, len(check.Evidence))
	for i, e := range check.Evidence {
		paths[i] = e.Then.Path
	}
	now, err := evidence.Hash(ctx, folder, paths)
	if err != nil {
		return problem.Problem{File: folder, Message: "không mở được thư mục minh chứng này",
			Hint: "kiểm tra đường dẫn"}
	}
	check.WithEvidence(now)
	return nil
}

// largestDossier is the size of a file up to which it is read: many times the
// largest dossier.
const largestDossier = 64 << 20

// readAll reads a workbook whole.
func readAll(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, problem.Problem{File: path, Message: "không có tệp này", Hint: "kiểm tra đường dẫn"}
	case err != nil:
		return nil, problem.Problem{File: path, Message: "không xem được tệp này",
			Hint: "kiểm tra đường dẫn và quyền truy cập"}
	case !info.Mode().IsRegular() || info.Size() > largestDossier:
		return nil, problem.Problem{File: path, Message: "đây không phải tệp hồ sơ, hoặc tệp quá lớn",
			Hint: "chọn tệp hồ sơ .xlsx do ntm lập"}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, problem.Problem{File: path, Message: "không đọc được tệp này",
			Hint: "đóng tệp ở chương trình khác (Excel) rồi thử lại"}
	}
	return data, nil
}
