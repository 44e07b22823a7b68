package problem

// WrongUse is a request that cannot be meant: it is not the world that is wrong.
type WrongUse struct {
	Message string // what was asked
	Hint    string // how to ask it
}

func (e WrongUse) Error() string { return e.Message }
