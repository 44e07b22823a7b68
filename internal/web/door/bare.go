package door

import (
	"html/template"
	"net/http"
)

// bare is a page without a stylesheet, for who is not in yet.
var bare = template.Must(template.New("bare").Parse(`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
{{with .Link}}<meta http-equiv="refresh" content="0; url={{.}}">{{end}}
{{with .Icon}}<link rel="icon" href="{{.}}">{{end}}
<title>{{.Title}}</title></head>
<body><main><h1>{{.Title}}</h1>{{with .Text}}<p>{{.}}</p>{{end}}{{range .More}}<p>{{.}}</p>{{end}}
{{with .Link}}<p><a href="{{.}}">Vào bàn làm việc</a></p>{{end}}</main>
</body></html>
`))

// Said is what a bare page says; it leads on where there is a link.
type Said struct {
	Title, Text, Link, Icon string
	More                    []string // paragraphs
}

// Say answers with a bare page.
func Say(w http.ResponseWriter, status int, what Said) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_ = bare.Execute(w, what) // who went away reads nothing
}
