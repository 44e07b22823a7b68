package page

import (
	"context"
	"errors"
	"testing"
)

// What is read behind pages is read one after the other, whatever fails, and no page waits for it.
func TestBehind(t *testing.T) {
	f := &Frame{behind: make(chan func(context.Context) error, 1)}
	read := make(chan int)
	for n := range 3 { // the third finds one waiting
		f.Behind(func(context.Context) error { read <- n; return errors.New("đọc hỏng") })
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { f.ReadBehind(ctx); close(ended) }()
	if n := <-read; n != 0 {
		t.Error(n)
	}
	f.Behind(func(context.Context) error { read <- 3; return nil })
	if n := <-read; n != 3 {
		t.Error(n)
	}
	cancel()
	<-ended
}
