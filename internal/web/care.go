package web

import (
	"net/http"
	"os"
	"time"

	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/scratch"
)

// showCare is where an office looks after its store. With an examination it tells what was found.
func (w *Window) showCare(out http.ResponseWriter, r *http.Request) error {
	w.show(out, r, http.StatusOK, "care", view{Title: "Kho dữ liệu", Here: "care"})
	return nil
}

// examine looks at the store whole; it mends nothing.
func (w *Window) examine(out http.ResponseWriter, r *http.Request) error {
	found, err := office.Examine(r.Context(), w.Store, w.Now(), time.Time{}, true)
	if err != nil {
		return err
	}
	w.show(out, r, http.StatusOK, "care", view{Title: "Kho dữ liệu", Here: "care", Data: found})
	return nil
}

// backUp hands over a copy of the store, which was looked at; a copy that is not sound is none.
func (w *Window) backUp(out http.ResponseWriter, r *http.Request) error {
	folder, err := scratch.Make("")
	if err != nil {
		return problem.Problem{Message: "không ghi được vào thư mục tạm của máy",
			Hint: "kiểm tra dung lượng đĩa rồi thử lại"}
	}
	defer folder.Close() //nolint:errcheck // what is left the next one clears
	file := folder.File("sao-luu.db")
	health, err := office.Backup(r.Context(), w.Store, file, false)
	if err != nil {
		return err
	}
	if !health.Sound() {
		return problem.Problem{Message: "kho dữ liệu có chỗ hỏng, chưa sao lưu: " + health.Problems[0],
			Hint: "bấm Kiểm tra kho để xem hết"}
	}
	copied, err := os.Open(file)
	if err != nil {
		return err
	}
	defer copied.Close() //nolint:errcheck // opened for reading
	out.Header().Set("Content-Type", "application/octet-stream")
	out.Header().Set("Content-Disposition", attachment("sao-luu-"+w.Now().Format("2006-01-02")+".db"))
	http.ServeContent(out, r, "", time.Time{}, copied)
	return nil
}
