package bureau

import (
	"net/http"
	"time"

	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// showCare is where an office looks after its store. With an examination it tells what was found.
func (w *Bureau) showCare(out http.ResponseWriter, _ *http.Request) error {
	return w.Show(out, "care", page.View{Title: "Kho dữ liệu", Here: "care"})
}

// examine looks at the store whole; it mends nothing.
func (w *Bureau) examine(out http.ResponseWriter, r *http.Request) error {
	found, err := office.Examine(r.Context(), w.Store, w.Now(), time.Time{}, true)
	if err != nil {
		return err
	}
	return w.Show(out, "care", page.View{Title: "Kho dữ liệu", Here: "care", Data: found})
}

// backUp hands over a copy of the store, which was looked at; a copy that is not sound is none.
func (w *Bureau) backUp(out http.ResponseWriter, r *http.Request) error {
	folder, err := files.Folder()
	if err != nil {
		return err
	}
	defer folder.Close() //nolint:errcheck // what is left the next one clears
	file := folder.File("sao-luu.db")
	health, with, err := office.Backup(r.Context(), w.Store,
		office.Beside{Evidence: w.Evidence, Decisions: w.Decisions}, file, false)
	if err != nil {
		return err
	}
	if !health.Sound() {
		return problem.Problem{Message: "kho dữ liệu có chỗ hỏng, chưa sao lưu: " + health.Problems[0],
			Hint: "bấm Kiểm tra kho để xem hết"}
	}
	if len(with.Lacking) > 0 {
		return problem.Problem{Message: "minh chứng trong kho không đủ, chưa sao lưu: " + with.Lacking[0].Message,
			Hint: "tìm lại tệp ấy; để có bản sao không có nó thì dùng lệnh ntm backup, lệnh ấy nêu từng tệp còn thiếu"}
	}
	return files.HandOverFile(out, "sao-luu-"+w.Now().Format("2006-01-02")+".db", file)
}
