// Package bureau is the office's pages of the window: the board of its communes' dossiers with the
// steps it takes of many at once, and the care of its store. It calls the offices' work; whatever
// it shows was judged there.
package bureau

import (
	"embed"

	"ntm/internal/office/board"
	"ntm/internal/web/page"
)

// Templates are the words of the office's pages.
//
//go:embed templates
var Templates embed.FS

// Bureau is an office's pages.
type Bureau struct {
	*page.Frame
	board *board.Board
}

// New is the office's pages in a window's frame.
func New(f *page.Frame) *Bureau {
	return &Bureau{Frame: f, board: board.New(f.Store)}
}

// Routes are what the office's pages answer.
func (w *Bureau) Routes() []page.Route {
	return []page.Route{
		{Pattern: "GET /van-phong", Page: w.showProvince},
		{Pattern: "POST /van-phong/buoc", Page: w.showStep},
		{Pattern: "POST /van-phong/buoc/ghi", Page: w.takeStep},
		{Pattern: "GET /kho", Page: w.showCare},
		{Pattern: "POST /kho/kiem-tra", Page: w.examine},
		{Pattern: "GET /kho/sao-luu", Page: w.backUp},
	}
}
