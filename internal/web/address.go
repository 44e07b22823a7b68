package web

import (
	"fmt"
	"net/url"
	"strings"
)

// at is an address behind the random path, each part escaped but for the signs of a path.
func at(parts ...any) string {
	var b strings.Builder
	for i, part := range parts {
		if text := fmt.Sprint(part); i%2 == 0 {
			b.WriteString(text)
		} else {
			b.WriteString(url.PathEscape(text))
		}
	}
	return b.String()
}
