/*
 * The decision x86/match-code-breakpoints in C, for comparison: reads "dr7 db0 db1 db2 db3 address" in hex, one
 * question per line, and prints the nanoseconds of CPU time per answer and the sum of all answers.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct question {
	uint64_t dr7, db[4], address;
};

struct hits {
	uint32_t hits, may_hit;
};

__attribute__((noinline)) static struct hits match(const struct question *q)
{
	static const uint64_t length[] = { 1, 2, 8, 4 };
	struct hits answer = { 0, 0 };

	if (!(q->dr7 & 0xff))
		return answer;
	for (int i = 0; i < 4; i++) {
		uint32_t kind = q->dr7 >> (16 + 4 * i) & 15;

		if (!(q->dr7 >> (2 * i) & 3) || kind & 3)
			continue;
		if (kind == 0 && q->db[i] == q->address)
			answer.hits |= 1u << i;
		if (q->address - (q->db[i] & -length[kind >> 2]) < length[kind >> 2])
			answer.may_hit |= 1u << i;
	}
	return answer;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return 1e9 * t.tv_sec + t.tv_nsec;
}

int main(int argc, char **argv)
{
	static struct question questions[1 << 16];
	int rounds = argc > 1 ? atoi(argv[1]) : 1;
	size_t n = 0;
	uint64_t sum = 0;

	for (struct question *q = questions; n < 1 << 16; n++, q++)
		if (scanf("%" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64, &q->dr7, &q->db[0],
			  &q->db[1], &q->db[2], &q->db[3], &q->address) != 6)
			break;
	double start = now();
	for (int round = 0; round < rounds; round++)
		for (size_t i = 0; i < n; i++) {
			struct hits answer = match(&questions[i]);

			sum += answer.hits + 16 * answer.may_hit;
		}
	printf("%f %" PRIu64 "\n", (now() - start) / ((double)rounds * n), sum);
	return 0;
}
