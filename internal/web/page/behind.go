package page

import "context"

// Behind has something read while a page is looked at, that the next is likely to ask for. Where
// something is read already, or what is read fails, it is read when it is asked for.
func (f *Frame) Behind(read func(context.Context) error) {
	select {
	case f.behind <- read:
	default:
	}
}

// ReadBehind reads behind the pages until ctx ends.
func (f *Frame) ReadBehind(ctx context.Context) {
	for {
		select {
		case read := <-f.behind:
			_ = read(ctx)
		case <-ctx.Done():
			return
		}
	}
}
