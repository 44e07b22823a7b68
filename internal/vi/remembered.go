package vi

import "sync"

// remembered is how many texts are kept at most, and longest how long one is that is kept.
const (
	remembered = 4096
	longest    = 1000
)

// Remembered asks of a text what ask tells of it, and of the same text but once: the words of a table come again in
// every row. What it tells must depend on the text alone, and is shared: nobody may change it. It may be called at
// the same time from several places.
func Remembered[T any](ask func(string) T) func(string) T {
	var mu sync.Mutex
	known := map[string]T{}
	return func(text string) T {
		mu.Lock()
		told, is := known[text]
		mu.Unlock()
		if is {
			return told
		}
		told = ask(text)
		if len(text) <= longest {
			mu.Lock()
			if len(known) >= remembered {
				clear(known)
			}
			known[text] = told
			mu.Unlock()
		}
		return told
	}
}
