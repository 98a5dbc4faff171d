"""sayso"""
