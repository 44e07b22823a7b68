package docket

// Readable tells why an event cannot be read, nil if it can: no program of ours wrote
// it so, or a newer one did.
func Readable(e *Event) error {
	if e.Council == "" {
		_, err := read(e)
		return err
	}
	s, ok := councilSteps[e.Kind]
	if !ok {
		return unknown(e)
	}
	_, _, err := s.event(e)
	return err
}
