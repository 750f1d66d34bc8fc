package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// keys are public keys as verifier lines, and what package note makes of them.
type keys struct {
	lines []string
	list  note.Verifiers
}

func newKeys(text string) (*keys, error) {
	found := &keys{lines: strings.Fields(text)}
	var verifiers []note.Verifier
	for _, line := range found.lines {
		verifier, err := note.NewVerifier(line)
		if err != nil {
			return nil, err
		}
		verifiers = append(verifiers, verifier)
	}
	if len(verifiers) == 0 {
		return nil, errors.New("no key")
	}
	found.list = note.VerifierList(verifiers...)
	return found, nil
}

// entry is what is needed of an entry of the record.
type entry struct {
	Dossier  string
	Position int64
	Event    struct {
		Type                string
		Name                string
		PublicKey           string `json:"public_key"`
		Replaces            string
		Signature           string
		SignatureOfReplaced string `json:"signature_of_replaced"`
	}
}

// leafOf makes the leaf of an entry from its line.
func leafOf(line []byte) ([]byte, error) {
	var read entry
	if err := json.Unmarshal(line, &read); err != nil {
		return nil, err
	}
	dossier, err := json.Marshal(read.Dossier)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(line)
	return []byte(fmt.Sprintf(`{"dossier":%s,"entry":"%x","position":%d}`, dossier, sum, read.Position)), nil
}

// followKeys starts from the first key known, believes each rotation the key before it signed, and finds every one of
// them in the log that the last key signed.
func followKeys(known *keys, path string) error {
	raw, err := os.ReadFile(filepath.Join(path, "newsroom.jsonl"))
	if err != nil {
		return err
	}
	lines := bytes.Split(bytes.TrimSuffix(raw, []byte("\n")), []byte("\n"))
	var name, now string
	var leaves []tlog.Hash
	for _, line := range lines {
		var read entry
		if err := json.Unmarshal(line, &read); err != nil {
			return err
		}
		event := read.Event
		if event.Type != "key_introduced" || event.Replaces != now || (name != "" && event.Name != name) {
			return errors.New("newsroom.jsonl: a key that does not follow")
		}
		said := []byte(fmt.Sprintf("beleg.news/newsroom-key/v1\n%s\n%s\n%s\n", event.Name, now, event.PublicKey))
		if !signed(event.PublicKey, said, event.Signature) || (now != "" && !signed(now, said, event.SignatureOfReplaced)) {
			return errors.New("newsroom.jsonl: a key without its signatures")
		}
		name, now = event.Name, event.PublicKey
		if line0, err := verifierLine(name, now); err != nil || (len(leaves) == 0 && line0 != known.lines[0]) {
			return errors.New("newsroom.jsonl: does not begin with the key that is known")
		}
		leaf, err := leafOf(line)
		if err != nil {
			return err
		}
		leaves = append(leaves, tlog.RecordHash(leaf))
	}
	present, err := verifierLine(name, now)
	if err != nil {
		return err
	}
	last, err := newKeys(present)
	if err != nil {
		return err
	}
	head, hashes, err := open(last, path)
	if err != nil {
		return err
	}
	for number := int64(0); number < head.tree.N && len(leaves) > 0; number++ {
		found, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, number)})
		if err != nil {
			return err
		}
		if found[0] == leaves[0] {
			leaves = leaves[1:]
		}
	}
	if len(leaves) > 0 {
		return errors.New("newsroom.jsonl: an entry that is not in the log")
	}
	fmt.Println(present)
	return nil
}

func signed(public string, said []byte, signature string) bool {
	key, err := hex.DecodeString(public)
	sum, err2 := hex.DecodeString(signature)
	return err == nil && err2 == nil && len(key) == ed25519.PublicKeySize && ed25519.Verify(key, said, sum)
}

func verifierLine(name, public string) (string, error) {
	key, err := hex.DecodeString(public)
	if err != nil {
		return "", err
	}
	key = append([]byte{1}, key...)
	sum := sha256.Sum256(append([]byte(name+"\n"), key...))
	return fmt.Sprintf("%s+%x+%s", name, sum[:4], base64.StdEncoding.EncodeToString(key)), nil
}
