package command

import "ntm/internal/yamldoc"

// WordFlag is one of a closed set of words named on the command line.
type WordFlag[T ~string] struct {
	Word       T
	Kind, What string // what the help text calls the value, and a mistake
	Choices    []T
}

func (v *WordFlag[T]) String() string { return string(v.Word) }

// Type is what the help text calls the value.
func (v *WordFlag[T]) Type() string { return v.Kind }

// Set reads one of the words.
func (v *WordFlag[T]) Set(text string) error {
	if err := yamldoc.OneOf(&v.Word, []byte(text), v.What, v.Choices); err != nil {
		return Misread(err.Error())
	}
	return nil
}
