package command

import "errors"

// ErrAnsweredNo ends a command that did its work and whose answer is no: the level
// asked for is not eligible, the dossier is not what it was.
var ErrAnsweredNo = errors.New("the answer is no")

// Answer ends a command with what went wrong, or with its answer.
func Answer(err error, yes bool) error {
	if err == nil && !yes {
		return ErrAnsweredNo
	}
	return err
}

// ErrToldFailed ends a command that failed, in part or as a whole, and has said how.
var ErrToldFailed = errors.New("failed, as was told")
