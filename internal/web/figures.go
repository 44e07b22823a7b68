package web

import (
	"net/http"

	"ntm/internal/assess"
	"ntm/internal/office/desk"
)

// figuresView is a commune's year as it is typed.
type figuresView struct {
	Working *desk.Working
	At      string // of the year's pages
	Levels  []assess.Level
}

func (w *Window) showFigures(out http.ResponseWriter, r *http.Request) error {
	of, err := yearOf(r)
	if err != nil {
		return err
	}
	working, err := w.work.Read(r.Context(), of)
	if err != nil {
		return err
	}
	v := figuresView{Working: working, At: yearAt(of, "")}
	if working.Assessment != nil {
		v.Levels = working.Assessment.Levels
	}
	w.show(out, r, http.StatusOK, "figures", view{Title: working.Place.Title, Here: "figures", Data: v})
	return nil
}
