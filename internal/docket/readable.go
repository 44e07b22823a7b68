package docket

// Readable tells why an event cannot be read, nil if it can: no program of ours wrote
// it so, or a newer one did.
func Readable(e *Event) error {
	if e.Council == "" {
		_, err := read(e)
		return err
	}
	if err := (&Council{ID: e.Council}).Take(e); !IsRefusal(err) {
		return err
	}
	return nil
}
