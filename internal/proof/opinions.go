package proof

import (
	"time"

	"ntm/internal/dossier"
	"ntm/internal/typed"
)

// Opinion is what those who examined the dossier wrote about an indicator or a
// condition.
type Opinion struct {
	Path   string `json:"path"`   // "ntm/2.1", "nang-cao/arrears", as in `ntm whatif`
	No     string `json:"no"`     // in the table
	Name   string `json:"name"`   // of the indicator or condition
	Column string `json:"column"` // "Kết quả thẩm tra", "Kết quả thẩm định", "Ý kiến thẩm định"
	Words  string `json:"words"`
	By     string `json:"by"` // who wrote, "" when they did not say
	On     string `json:"on"` // the day as 2024-01-15, else as it was written
	Sheet  string `json:"sheet"`
	Cell   string `json:"cell"`
}

// signer is who wrote the opinions of a column, and when.
type signer struct{ by, on string }

// noteOpinion notes what stands in a cell that others fill in.
func (c *Check) noteOpinion(p *dossier.Pen, sheetName, cell, words string) {
	if !p.By && !p.On {
		c.Opinions = append(c.Opinions, Opinion{Path: p.Path, No: p.No, Name: p.Name, Column: p.Column,
			Words: words, Sheet: sheetName, Cell: cell})
		return
	}
	key := sheetName + "!" + p.Column
	who := c.signers[key]
	if p.By {
		who.by = words
	} else {
		who.on = dayWritten(words)
	}
	c.signers[key] = who
}

// dayWritten is a day however it was typed, or the words as they are.
func dayWritten(words string) string {
	if day, err := typed.Date(words); err == nil {
		return day.Format(time.DateOnly)
	}
	return words
}

// signOpinions gives each opinion its signer. What stands under "Ý kiến thẩm định"
// is of those who sign the last column of results.
func (c *Check) signOpinions() {
	for i := range c.Opinions {
		o := &c.Opinions[i]
		column := o.Column
		if column == dossier.OpinionHead {
			column = dossier.AppraisalHead
		}
		who := c.signers[o.Sheet+"!"+column]
		o.By, o.On = who.by, who.on
	}
}
