// Package law is the window's pages of decisions (Quyết định): an office drops the decision, goes through what was read
// of it beside its own words, row by row, mends, ticks, and signs with name and day. What is ticked outlives the
// window. It writes nothing itself: what is signed is taken in as the workbook of the decision would be.
package law

import (
	"context"
	"embed"
	"errors"
	"io/fs"
	"net/http"
	"sync"

	"ntm/criteria"
	"ntm/internal/lawbook"
	"ntm/internal/office/lawdesk"
	"ntm/internal/web/page"
)

// Templates are the words of these pages.
//
//go:embed templates
var Templates embed.FS

// Law is the pages of decisions.
type Law struct {
	*page.Frame
	desk lawdesk.Desk

	mutex  sync.Mutex // of all below, and of the decisions on the desk
	read   map[string]*readBy
	signed map[string]*lawdesk.Planned // what came of them in this window
}

// readBy is a decision as it was read by a law.
type readBy struct {
	lib *criteria.Library
	*lawdesk.Reading
}

// New is the pages of decisions in a window's frame.
func New(f *page.Frame) *Law {
	return &Law{Frame: f, desk: lawdesk.Desk{Folder: f.Decisions}, read: map[string]*readBy{},
		signed: map[string]*lawdesk.Planned{}}
}

// Routes are what these pages answer.
func (w *Law) Routes() []page.Route {
	return []page.Route{
		{Pattern: "GET /quyet-dinh", Page: w.showDecisions},
		{Pattern: "POST /quyet-dinh", Page: w.begin, Most: page.MostSent},
		{Pattern: "POST /quyet-dinh/khung", Page: w.beginOwnLevel, Most: page.MostSent, Alone: true},
		{Pattern: "GET /quyet-dinh/{id}", Page: w.of(w.showDecision)},
		{Pattern: "GET /quyet-dinh/{id}/bang", Page: w.of(w.takeWorkbook)},
		{Pattern: "POST /quyet-dinh/{id}/danh-dau", Page: w.of(w.mark)},
		{Pattern: "POST /quyet-dinh/{id}/het", Page: w.of(w.markAll)},
		{Pattern: "GET /quyet-dinh/{id}/dong/{row}", Page: w.of(w.showRow)},
		{Pattern: "POST /quyet-dinh/{id}/dong/{row}", Page: w.of(w.saveRow)},
		{Pattern: "GET /quyet-dinh/{id}/thu-tuc", Page: w.of(w.showProcedure)},
		{Pattern: "POST /quyet-dinh/{id}/thu-tuc", Page: w.of(w.saveProcedure)},
		{Pattern: "POST /quyet-dinh/{id}/bo", Page: w.drop},
		{Pattern: "POST /quyet-dinh/{id}/ky", Page: w.of(w.sign), Alone: true},
		{Pattern: "POST /danh-gia-lai", Page: w.judgeAgain},
	}
}

// open is a decision that is gone through: what is on the desk, as it was read, and the page of both.
type open struct {
	*lawdesk.Begun
	read *readBy
	page *lawbook.Page
}

func (o *open) at(more string) string { return page.At("/quyet-dinh/", o.ID, more) }

// gone is what there is to say of a decision that is not on the desk.
var gone = page.Missing("quyết định này không còn trên máy này", "thả lại tệp ở trang Quyết định")

// of answers with the decision that is asked for. One at a time is gone on with, for each changes what the next sees.
func (w *Law) of(do func(http.ResponseWriter, *http.Request, *open) error) page.Page {
	return func(out http.ResponseWriter, r *http.Request) error {
		w.mutex.Lock()
		defer w.mutex.Unlock()
		d, err := w.find(r.Context(), r.PathValue("id"))
		if err != nil {
			return err
		}
		return do(out, r, d)
	}
}

func (w *Law) find(ctx context.Context, id string) (*open, error) {
	begun, err := w.desk.Find(id)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, gone
	}
	if err != nil {
		return nil, err
	}
	d := &open{Begun: begun, read: w.read[id]}
	if d.read == nil || d.read.lib != w.Library {
		read, err := begun.Read(ctx, lawdesk.Reading{Lib: w.Library})
		if err != nil {
			return nil, err
		}
		d.read = &readBy{w.Library, read}
		w.read[id] = d.read
	}
	d.page = d.read.Page(d.Signed())
	return d, nil
}

// row is the row of an id, and the next; nil for none.
func (o *open) row(id string) (row, next *lawbook.Beside) {
	for _, rows := range [][]lawbook.Beside{o.page.Rows, o.page.Lines} {
		for i := range rows {
			switch {
			case rows[i].ID == id:
				row = &rows[i]
			case row != nil && next == nil && rows[i].Fields != nil:
				next = &rows[i]
			}
		}
	}
	return row, next
}
