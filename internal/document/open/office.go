package open

import (
	"context"
	"errors"

	"ntm/internal/document"
	"ntm/internal/docx"
	"ntm/internal/libreoffice"
	"ntm/internal/problem"
)

var errConvert = problem.Problem{Message: "LibreOffice không mở được tệp này", Hint: saveAsWord}

// convert reads an old Word file, or one of LibreOffice's own, by way of LibreOffice.
func convert(ctx context.Context, path string, data []byte) (d *document.Document, err error) {
	err = libreoffice.Convert(ctx, path, data, "docx", func(made string) error {
		d, err = docx.Open(made)
		return err
	})
	var p problem.Problem
	switch {
	case errors.Is(err, libreoffice.ErrAbsent):
		return nil, errNoConvert
	case errors.As(err, &p) && d == nil && p.File == "":
		return nil, p
	case err != nil:
		return nil, errConvert
	}
	d.Said = append(d.Said, "tệp được đọc qua LibreOffice: hai bảng liền nhau có thể thành một, và dòng đã xóa "+
		"trong bản theo dõi thay đổi có thể còn lại; đối chiếu kỹ hơn với bản gốc")
	return d, nil
}
