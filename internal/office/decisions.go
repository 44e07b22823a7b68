package office

import (
	"fmt"
	"slices"

	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// plainKinds are what a commune or a district does. All else decides, or leads to a
// decision: a council, a vote, a recognition, a merger that passes titles on. Those
// come in with a flag only, also what later programs may add.
var plainKinds = []docket.Kind{
	docket.Received,
	docket.Assessed,
	docket.Submitted,
	docket.SentBack,
	docket.TakenUp,
	docket.Opined,
	docket.Readied,
}

// decides tells an event that comes in with --with-decisions only.
func decides(e *docket.Event) bool { return e.Council != "" || !slices.Contains(plainKinds, e.Kind) }

// withoutDecisions are the new events that come in when decisions do not: of each
// dossier those before the first that decides and is not here yet. What came after it
// follows from it. A title of before stands by itself.
func withoutDecisions(_ store.Subject, fresh []docket.Event) []docket.Event {
	decided := map[int]bool{}
	var out []docket.Event
	for i := range fresh {
		e := &fresh[i]
		if e.Kind == docket.Titled {
			continue
		}
		if decided[e.Year] = decided[e.Year] || decides(e); !decided[e.Year] {
			out = append(out, *e)
		}
	}
	return out
}

// ByKind is how many events of a kind one person wrote down.
type ByKind struct {
	Kind docket.Kind `json:"kind"`
	By   string      `json:"by"`
	N    int         `json:"n"`
}

// countedByKind counts events, in the order in which their kinds first come.
func countedByKind(events []docket.Event) []ByKind {
	out := []ByKind{}
	for i := range events {
		one := ByKind{Kind: events[i].Kind, By: events[i].By}
		list.Entry(&out, func(k ByKind) bool { return k.Kind == one.Kind && k.By == one.By }, one).N++
	}
	return out
}

// KindWords tells events by kind and by whom.
func KindWords(counted []ByKind) string {
	return vi.List("; ", counted, func(k ByKind) string { return fmt.Sprintf("%d %s (%s)", k.N, k.Kind.Word(), k.By) })
}
