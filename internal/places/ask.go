package places

import (
	"strings"
	"time"
)

// Find finds a commune on a day by what a person typed, as [Ask] reads it.
func Find(text string, on time.Time) (Unit, error) { return On(on).Lookup(Ask(text)) }

// Ask is what a text says of a commune: its code, or its name, district and province
// with commas between them or, as completion writes them for the shells' sake, slashes.
func Ask(text string) (q Query) {
	switch parts := strings.Split(strings.ReplaceAll(text, "/", ","), ","); {
	case strings.Trim(text, "0123456789 ") == "":
		q.Code = strings.TrimSpace(text)
	case len(parts) == 3:
		q = Query{Name: parts[0], District: parts[1], Province: parts[2]}
	case len(parts) == 2:
		q = Query{Name: parts[0], Province: parts[1]}
	default:
		q.Name = text
	}
	return q
}
