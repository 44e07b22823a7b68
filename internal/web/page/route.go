package page

import (
	"errors"
	"net/http"

	"ntm/internal/problem"
)

// MostTyped is how many bytes a form that is typed may have, MostOfFile a file that is read or
// kept: as many as a workbook. MostSent leaves room for the other fields of a form with files.
const (
	MostTyped  = 1 << 20
	MostOfFile = 64 << 20
	MostSent   = MostOfFile + MostTyped
)

// Page answers a request; what it cannot do is told on a page of errors.
type Page func(http.ResponseWriter, *http.Request) error

// Route is what answers a method and a path behind the random one. A page that takes files
// says how many bytes, within what is read of such a file anywhere.
type Route struct {
	Pattern string
	Page    Page
	Most    int64 // 0 for MostTyped
	Alone   bool  // it changes by which law all others judge
}

// Status is an error with the status that it is answered with.
type Status struct {
	Code int
	problem.Problem
}

func (s Status) Unwrap() error { return s.Problem }

// Missing tells of a page that there is not, and what to do.
func Missing(message, hint string) error {
	return Status{http.StatusNotFound, problem.Problem{Message: message, Hint: hint}}
}

// Offer is what may have been meant: a button that says it, and the form that it sends.
type Offer struct {
	Words, At string
	Fields    []Field
}

// Field is a field of a form that is sent as it stands.
type Field struct{ Name, Value string }

// Offered is an error with what may have been meant instead.
type Offered struct {
	error
	Offers []Offer
}

// Offering is an error that offers something, itself where there is nothing to offer.
func Offering(err error, offers []Offer) error {
	if len(offers) == 0 {
		return err
	}
	return Offered{err, offers}
}

func (o Offered) Unwrap() error { return o.error }

// Wrong tells what went wrong: on a page, or to the script in the words alone.
func (f *Frame) Wrong(out http.ResponseWriter, err error) {
	code := http.StatusUnprocessableEntity
	if s, is := errors.AsType[Status](err); is {
		code = s.Code
	} else if _, large := errors.AsType[*http.MaxBytesError](err); large {
		code = http.StatusRequestEntityTooLarge
		err = problem.Problem{Message: "nội dung gửi lên quá lớn", Hint: "bớt nội dung rồi gửi lại"}
	}
	offered, _ := errors.AsType[Offered](err) // most errors offer nothing
	_ = f.Show(out, "wrong", View{Title: "Chưa làm được", Of: problem.OnPage(err), Data: offered.Offers, Code: code})
}
