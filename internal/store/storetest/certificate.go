//go:build unix

package storetest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Certificate is one of an office's own: a root that it made itself, and a server's that the
// root signed.
type Certificate struct {
	Root      string // the file that desks are given
	key, cert string // the server's
}

// NewCertificate makes a root and the certificate of a server by the name.
func NewCertificate(t testing.TB, name string) Certificate {
	t.Helper()
	folder, err := os.MkdirTemp("", "ntm-tls-") // not t.TempDir: its parents are closed to another user
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	out := Certificate{filepath.Join(folder, "goc.pem"), filepath.Join(folder, "may.key"),
		filepath.Join(folder, "may.pem")}
	template := func(serial int64, who string) *x509.Certificate {
		return &x509.Certificate{SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: who},
			NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour)}
	}
	root, server := template(1, "gốc giả định"), template(2, name)
	root.IsCA, root.BasicConstraintsValid, root.KeyUsage = true, true, x509.KeyUsageCertSign
	server.DNSNames = []string{name}
	rootKey, serverKey := newKey(t), newKey(t)
	signed(t, out.Root, root, root, rootKey, rootKey)
	signed(t, out.cert, server, root, serverKey, rootKey)
	secret, err := x509.MarshalECPrivateKey(serverKey)
	if err != nil {
		t.Fatal(err)
	}
	inPEM(t, out.key, "EC PRIVATE KEY", secret)
	for path, mode := range map[string]os.FileMode{folder: 0o755, out.Root: 0o644, out.cert: 0o644} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	if os.Getuid() == 0 {
		who := serverUser(t)
		if err := os.Chown(out.key, int(who.Uid), int(who.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// Settings are a server's that has the certificate.
func (c Certificate) Settings() []string {
	return []string{"ssl=on", "ssl_cert_file=" + c.cert, "ssl_key_file=" + c.key}
}

func newKey(t testing.TB) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func signed(t testing.TB, path string, one, by *x509.Certificate, key, with *ecdsa.PrivateKey) {
	t.Helper()
	data, err := x509.CreateCertificate(rand.Reader, one, by, &key.PublicKey, with)
	if err != nil {
		t.Fatal(err)
	}
	inPEM(t, path, "CERTIFICATE", data)
}

func inPEM(t testing.TB, path, kind string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: data}), 0o600); err != nil {
		t.Fatal(err)
	}
}
