package term

import (
	"errors"
	"fmt"
	"io"

	"ntm/internal/list"
	"ntm/internal/problem"
)

// Tell writes what went wrong and what to do about it.
func Tell(out io.Writer, err error) {
	say := func(message, hint string) {
		fmt.Fprintf(out, "ntm: lỗi: %s\n", message) //nolint:errcheck // nowhere left to say it
		if hint != "" {
			fmt.Fprintf(out, "ntm: gợi ý: %s\n", hint) //nolint:errcheck // as above
		}
	}
	if wrong, is := errors.AsType[problem.WrongUse](err); is {
		say(wrong.Message, wrong.Hint)
		return
	}
	list := problem.Of(err)
	for _, p := range list {
		say(p.Error(), p.Hint)
	}
	if len(list) > 1 {
		say(fmt.Sprintf("có %d lỗi", len(list))+inFiles(list), "sửa hết các chỗ trên rồi chạy lại")
	}
}

// inFiles says in how many files mistakes are, where that is another number than theirs and more than one.
func inFiles(of problem.List) string {
	var files []string
	for _, p := range of {
		if p.File != "" {
			files = list.Once(files, p.File)
		}
	}
	if n := len(files); n > 1 && n != len(of) {
		return fmt.Sprintf(" ở %d tệp", n)
	}
	return ""
}

// Note writes what a person should know although nothing is wrong.
func Note(out io.Writer, list problem.List) {
	for _, p := range list {
		fmt.Fprintf(out, "ntm: lưu ý: %s\n", p.Note()) //nolint:errcheck // nowhere left to say it
	}
}
