package dossier

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/evidence"
	"ntm/internal/list"
	"ntm/internal/picture"
	"ntm/internal/places"
	"ntm/internal/xlsx/draw"
)

// The hidden sheet that a workbook is checked by. Its first cell says what it is,
// its second holds the fingerprint, the further ones the seal: JSON, gzip, base64,
// cut to what a cell holds.
const (
	SealName  = "ntm" // of the sheet
	sealWords = "Tờ này để phần mềm ntm xác minh hồ sơ: báo cáo, bộ tiêu chí và phiên bản đã dùng. Xin giữ nguyên."
	sealRow   = 3
	cellHolds = 32_000
)

// sealSchema names the document of a seal.
const sealSchema = "ntm.dossier.v1"

// CurrentLayout is how the sheets are laid down: it is raised whenever something else
// stands in them for the same seal than in the release before, be it a word.
const CurrentLayout = 6

// Relaid are the sheets that say what they say in another order since a layout: nothing in
// one of before has its place. They hold neither figures nor opinions.
var Relaid = map[string]int{basisName: 6, paperIndexName: 6, shortfallName: 6}

// allShares is the layout since which each part of what was mobilised has its share, rounded once.
const allShares = 6

// Seal is all that a dossier was made of. Who has it can make the same dossier
// again and hold the two side by side.
type Seal struct {
	Schema  string           `json:"schema"`
	Version string           `json:"version"`          // of the program
	Rules   assess.Rules     `json:"rules,omitempty"`  // that the commune was judged by; none: the first
	Layout  int              `json:"layout,omitempty"` // of the sheets: CurrentLayout when they were made
	Signed  int              `json:"signed"`           // the year that the cover bears
	Day     string           `json:"day,omitempty"`    // that it bears, as 2023-11-15
	Commune places.Unit      `json:"commune"`
	Title   string           `json:"title"` // of the commune
	Levels  []criteria.Level `json:"levels"`
	Report  json.RawMessage  `json:"report"`
	Set     json.RawMessage  `json:"set"`
	Files   []evidence.File  `json:"files"` // of the evidence, as they were then
	Photos  []Photo          `json:"photos,omitempty"`
}

// Photo is a photograph that the workbook shows, as its seal names it.
type Photo struct {
	File   string `json:"file"`   // of the evidence
	SHA256 string `json:"sha256"` // of the picture in the workbook
}

// seal is the seal of a dossier.
func (d *dossier) seal() (data []byte, err error) {
	s := Seal{Schema: sealSchema, Version: d.a.Engine.Version, Layout: CurrentLayout, Signed: d.At.Year(),
		Commune: d.a.Commune, Title: d.a.Commune.Title(), Files: d.Files,
		Levels: list.Map(d.a.Levels, func(l assess.Level) criteria.Level { return l.Level }),
		Photos: list.Map(d.Photos, func(p picture.Photo) Photo { return Photo{p.File, p.SHA256} })}
	if day := d.day(); !day.IsZero() {
		s.Day = day.Format(time.DateOnly)
	}
	if d.a.Engine.Rules > assess.FirstRules {
		s.Rules = d.a.Engine.Rules
	}
	if s.Report, err = d.a.Report.JSON(); err != nil {
		return nil, err
	}
	if s.Set, err = d.a.Set.Snapshot(); err != nil {
		return nil, err
	}
	return json.Marshal(s)
}

// Digest is the SHA-256 of data in hexadecimal. That of a seal is the dossier's
// fingerprint: what is printed on paper to hold against it.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// printedDigits is how much of a fingerprint is printed: enough that nobody finds
// another seal for it, few enough to compare by eye.
const printedDigits = 32

// Printed is a fingerprint as it stands on paper: "1f3a-…" in groups of four.
func Printed(fingerprint string) string {
	var groups []string
	for i := 0; i+4 <= min(len(fingerprint), printedDigits); i += 4 {
		groups = append(groups, fingerprint[i:i+4])
	}
	return strings.Join(groups, "-")
}

// Fingerprint names the dossier of an assessment. Equal fingerprints mean the same
// report, requirements, evidence and program, whatever the time but for the year
// that the cover bears.
func Fingerprint(a *assess.Assessment, o Options) (string, error) {
	d, err := newDossier(a, o)
	if err != nil {
		return "", err
	}
	return d.fingerprint, nil
}

// sealed is the hidden sheet.
func (d *dossier) sealed() (*draw.Sheet, error) {
	var packed bytes.Buffer
	compressor, err := gzip.NewWriterLevel(&packed, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	if _, err := compressor.Write(d.sealData); err != nil {
		return nil, err
	}
	if err := compressor.Close(); err != nil {
		return nil, err
	}
	s := draw.NewSheet(SealName, draw.Page{}, 1)
	s.Hidden = true
	s.Add(draw.Cell{Value: sealWords, Span: 1})
	s.Add(draw.Cell{Value: d.fingerprint, Span: 1})
	for text := base64.StdEncoding.EncodeToString(packed.Bytes()); text != ""; {
		n := min(len(text), cellHolds)
		s.Rows = append(s.Rows, draw.Row{Cells: []draw.Cell{{Value: text[:n], Span: 1}}})
		text = text[n:]
	}
	return s, nil
}

// mostSealed bounds what is unpacked of a seal: some times what a report may be.
const mostSealed = 8 << 20

// Sealed is the seal of a workbook that came back.
type Sealed struct {
	Seal
	Fingerprint string // of the seal as it is
	Claimed     string // what the workbook says its fingerprint is

	data []byte // the seal as it stands there
}

// ClaimedCell is the cell of the hidden sheet that claims the fingerprint.
var ClaimedCell = draw.Ref(1, sealRow-1)

// Why a seal cannot be read.
var (
	errNoSeal     = errors.New("thiếu nội dung")
	errUnreadable = errors.New("nội dung không đọc được")
)

// ReadSeal reads a seal from the cells of the hidden sheet's first column. The error is
// errNoSeal or errUnreadable.
func ReadSeal(column []string) (Sealed, error) {
	if len(column) < sealRow {
		return Sealed{}, errNoSeal
	}
	data, seal, err := unseal(column[sealRow-1:])
	if err != nil {
		return Sealed{}, errUnreadable
	}
	return Sealed{Seal: *seal, Fingerprint: Digest(data), Claimed: column[sealRow-2], data: data}, nil
}

// unseal reads a seal from the cells that hold it.
func unseal(cells []string) ([]byte, *Seal, error) {
	r, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(strings.Join(cells, ""))))
	if err != nil {
		return nil, nil, err
	}
	data, err := io.ReadAll(io.LimitReader(r, mostSealed))
	if err != nil {
		return nil, nil, err
	}
	var s Seal
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	return data, &s, decoder.Decode(&s)
}

// Options are what a dossier is made with besides its assessment.
type Options struct {
	At     time.Time       // that the workbook carries
	Dated  bool            // it is the day of the dossier, which the cover bears; else that of the program's run
	Files  []evidence.File // what was found of the evidence; nil when nobody looked
	Photos []picture.Photo // that it shows, in their order
	Again  *Sealed         // the seal that it is made anew of, and keeps; nil for a new one
}
