package problem

// WrongUse is a request that cannot be meant: it is not the world that is wrong.
type WrongUse struct {
	Message string // what was asked
	Hint    string // how to ask it
	Page    *Page  // the same on a page of the window, nil where that is no other thing
}

func (e WrongUse) Error() string { return e.Message }
