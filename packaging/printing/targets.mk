.PHONY: print-test
print-test: setup ## print to a real queue (CUPS from Debian, on loopback) and read the text back
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -p no:randomly tests/print_queue/check_queues.py
