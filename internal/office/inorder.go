package office

import (
	"iter"
	"runtime"
	"sync"
)

// ahead is how many results may wait for those before them.
const ahead = 16

// InOrder works on many things at once, on every processor, and takes the
// results in the order of the things. However many there are, only a few are
// held at a time. It ends at the first error of take and gives it; work, which
// may emit any number of results of one thing, learns of the end by a false.
func InOrder[T, R any](things iter.Seq[T], work func(thing T, emit func(R) bool), take func(R) error) error {
	type task struct {
		thing T
		out   chan R
	}
	tasks, order, stop := make(chan task), make(chan chan R, ahead), make(chan struct{})
	var running sync.WaitGroup
	defer running.Wait()
	defer close(stop)

	running.Go(func() {
		defer close(order)
		defer close(tasks)
		for thing := range things {
			t := task{thing, make(chan R, ahead)}
			select {
			case order <- t.out:
			case <-stop:
				return
			}
			select {
			case tasks <- t:
			case <-stop:
				return
			}
		}
	})
	for range 2 * runtime.GOMAXPROCS(0) { // some wait for the disk
		running.Go(func() {
			for t := range tasks {
				work(t.thing, func(r R) bool {
					select {
					case t.out <- r:
						return true
					case <-stop:
						return false
					}
				})
				close(t.out)
			}
		})
	}
	for out := range order {
		for r := range out {
			if err := take(r); err != nil {
				return err
			}
		}
	}
	return nil
}
