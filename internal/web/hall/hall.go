// Package hall is where the council sits, as pages of the window: its sittings from their opening
// to their minutes, the papers that members vote with, and the board on the wall that all of them
// read. No page knows anything of a vote before the count, and of votes only sums after it.
package hall

import (
	"embed"
	"sync"

	"ntm/internal/web/page"
)

// Templates are the words of the council's pages.
//
//go:embed templates
var Templates embed.FS

// Hall is the council's pages.
type Hall struct {
	*page.Frame

	mutex sync.Mutex              // of ready
	ready map[string]*readyPapers // by sitting
}

// New is the council's pages in a window's frame.
func New(f *page.Frame) *Hall { return &Hall{Frame: f, ready: map[string]*readyPapers{}} }

// Routes are what the council's pages answer.
func (w *Hall) Routes() []page.Route {
	return []page.Route{
		{Pattern: "GET /ky-hop", Page: w.showSittings},
		{Pattern: "POST /ky-hop", Page: w.openSitting},
		{Pattern: "GET /ky-hop/{home}/{id}", Page: w.ofSitting(w.showSitting)},
		{Pattern: "POST /ky-hop/{home}/{id}/xa", Page: w.onSitting(w.batch)},
		{Pattern: "POST /ky-hop/{home}/{id}/du-hop", Page: w.onSitting(w.attend)},
		{Pattern: "POST /ky-hop/{home}/{id}/lap-phieu", Page: w.onSitting(w.makePapers)},
		{Pattern: "GET /ky-hop/{home}/{id}/phieu", Page: w.ofSitting(w.takePapers)},
		{Pattern: "POST /ky-hop/{home}/{id}/phat-phieu", Page: w.onSitting(w.issue)},
		{Pattern: "POST /ky-hop/{home}/{id}/kiem-phieu", Page: w.ofSitting(w.tally), Most: page.MostSent},
		{Pattern: "POST /ky-hop/{home}/{id}/ket-luan", Page: w.onSitting(w.conclude)},
		{Pattern: "GET /ky-hop/{home}/{id}/bien-ban", Page: w.ofSitting(w.minutes)},
		{Pattern: "POST /ky-hop/{home}/{id}/huy", Page: w.onSitting(w.cancel)},
		{Pattern: "GET /bang-hoi-dong/{id}", Page: w.boardNamed},
		{Pattern: "GET /bang-hoi-dong/ky-hop/{home}/{id}", Page: w.ofSitting(w.showWall)},
		{Pattern: "GET /bang-hoi-dong/anh/{home}/{commune}/{year}/{file}", Page: w.sendKeptPicture},
	}
}
